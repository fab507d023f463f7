// An editor that sends once. Its parent kills it meanwhile.
import { systemPace } from '../../../src/genesys/traffic/pace'
import { folderStorages } from '../../../src/store/outbox/folder'
import { sendsWith } from '../../support/sends'
import { confirmedFollowUp, connectEditor, type SendingEditor } from './sendingEditor'

const send = async (given: SendingEditor): Promise<void> => {
  const connection = await connectEditor(given, systemPace)
  await sendsWith(systemPace, { storages: folderStorages(given.folder) }).send(connection, await confirmedFollowUp(connection, given))
}

void send(JSON.parse(process.argv[2] ?? '') as SendingEditor)
