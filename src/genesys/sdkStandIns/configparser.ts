/**
 * Stands in for the package `configparser` inside the SDK's bundle. The SDK reads `~/.genesyscloudjavascript/config` with it when it is
 * constructed, which could send an editor's requests elsewhere or write its tokens to a log. Nothing is read: the SDK takes a failure to read
 * for a missing file.
 */
class ConfigParser {
  read(): never {
    throw new Error('The SDK’s configuration file is not read.')
  }
}

export = ConfigParser
