import type { Assumption } from './assumption'

/** Notification channels, their websockets and their events. */
export const notificationAssumptions = {
  'notifications.channel-unknown': {
    does: 'Answers a channel that is not there, or that is somebody else’s, with 400 `notification.unable.to.get.channel.id` to a POST of subscriptions, 404 `entity.not.found` to a PUT, and 404 `not.found` to a GET or DELETE.',
    unknown: 'Which of the documented codes each operation answers. Only the 404 of a HEAD is documented.',
    settledBy: 'The same requests with a made-up channel id on a real organisation.'
  },
  'notifications.permissions': {
    does: 'Lets a user subscribe to topics about themselves. Anybody else needs `conversation:communication:view` for conversations and typing, `analytics:conversationDetail:view` for detail events and the availability of details jobs, `conversation:webmessaging:view` for undelivered messages; without it the answer is 403 `notification.unauthorized.topic`, and where it is not given in the division of the queue or the conversation, 403 `notification.unauthorized.divisioned.topic`. Topics that never fire here need nothing.',
    unknown: 'Which permissions each topic needs: only a signed-in organisation lists them.',
    settledBy: 'GET /api/v2/notifications/availabletopics?expand=permissionDetails on a real organisation.'
  },
  'notifications.unknown-subject': {
    does: 'Answers 400 `notification.invalid.topic` to a topic about a user, queue or web deployment that the organisation does not have, and accepts one about any conversation.',
    unknown: 'Whether a subscription is checked for the existence of what it is about.',
    settledBy: 'A subscription to the conversations of a made-up user on a real organisation.'
  },
  'notifications.answers': {
    does: 'Answers a POST with the topics that it names and a PUT with all of the channel’s, each `Permitted`; with `ignoreErrors` those without permission are `Rejected` and not subscribed to. A DELETE gets 204.',
    unknown: 'Whether a POST answers with all topics of the channel, and the status of the DELETE.',
    settledBy: 'Two POSTs of different topics and a DELETE on a real organisation.'
  },
  'notifications.socket': {
    does: 'Closes the websocket of a channel with 1001 when another one is opened for it, when a 21st channel takes its place, and at the end of its 24 hours; `v2.system.socket_closing` comes one minute before that end, and subscribing again calls it off. A websocket for a channel that is not there gets 404. `{"message":"subscribe","topics":[…]}` over the websocket adds topics and gets `{"result":"200","status":"subscribed"}`, or `{"result":"400","status":"failure"}`, or `{"result":"403","status":"failure"}`; what is no such frame gets `{"result":"400","status":"error"}`.',
    unknown:
      'The closing codes and their reasons, the body of the warning, and all of subscribing over the websocket but what public programs show.',
    settledBy: 'A websocket that is opened twice, and one that is left open for a day, on a real organisation.'
  },
  'notifications.events': {
    does: 'Sends an event at every change of a conversation, with the whole conversation in it, to the users and queues that are or were participants. Detail events come at once: `user.start` when the agent is alerted, `wrapup` and `acw` when the work is done, `acw` alone when it is skipped. A typing event says nothing of how long. The availability of details jobs is told every hour.',
    unknown: 'Which changes send an event, who gets it after having left, how much later it comes, and whether events are ever left out.',
    settledBy: 'All topics of one conversation recorded from its first message to its end on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
