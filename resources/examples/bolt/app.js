// A Slack app that asks Refrain before it posts: /remind @ann Stand-up in five minutes!
//
// Its own Slack app needs the scopes commands and chat:write, and Socket Mode. Environment: SLACK_BOT_TOKEN,
// SLACK_APP_TOKEN, REFRAIN_URL, REFRAIN_WORKSPACE, REFRAIN_KEY; SLACK_API_URL for another Slack than Slack's.
import bolt from '@slack/bolt';
import { Refrain } from '../refrain.mjs';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = process.env;
const { REFRAIN_URL: url, REFRAIN_WORKSPACE: workspace, REFRAIN_KEY: key } = process.env;

const refrain = new Refrain({ url, workspace, key });
const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {},
});

app.command('/remind', async ({ command, ack, respond, client }) => {
  await ack();
  const [, subject, text] = command.text.match(/^(?:<@)?([UW][A-Z0-9]+)(?:\|[^>]*)?>?\s+(.+)$/s) ?? [];
  if (!subject) {
    await respond('Say whom, and of what: `/remind @ann Stand-up in five minutes!`');
    return;
  }
  const [{ decision, rule }] = await refrain.decide('reminders', [subject]);
  if (decision !== 'deliver') {
    // Whoever opted out owes nobody a reason: the rule stays in the log.
    app.logger.info(`skipped: ${rule}`);
    await respond('They do not want reminders now, so nothing was sent.');
    return;
  }
  await client.chat.postMessage({ channel: subject, text });
  await respond('Sent.');
});

await app.start();
console.log('ready');
