import { relative } from 'node:path';
import { styleText } from 'node:util';
import { firstQuery } from './first-steps.js';

export interface Welcome {
  readonly url: string;
  /** Secret of the demonstration programme; null where there is none, or where it is not known any more. */
  readonly demoKey: string | null;
  readonly demoKeyFile: string;
  /** null: it is the one of LAUREL_OPERATOR_KEY. */
  readonly operatorKeyFile: string | null;
  readonly isGraphiqlOn: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:4000/graphql';
const DEFAULT_KEY_FILE = '.laurel/demo-key';

/** What a person reads when the server is ready: where it is, and the first three things to do. Colours only on a terminal. */
export function welcome({ url, demoKey, demoKeyFile, operatorKeyFile, isGraphiqlOn }: Welcome): string {
  const keyFile = near(demoKeyFile);
  const row = (name: string, value: string, note = '') => `  ${dim(name.padEnd(14))}${value}${note && dim(`  ${note}`)}`;
  const command = (text: string) => `    ${text}`;
  const graphiql = new URL('/graphiql', url).href;
  const lines = ['', `  ${styleText(['bold', 'green'], 'Laurel is ready.')}`, '', row('API', url, 'subscriptions: the same, with ws://')];
  if (isGraphiqlOn) lines.push(row('GraphiQL', styleText('underline', demoKey ? `${graphiql}#key=${demoKey}` : graphiql)));
  if (demoKey) lines.push(row('Demo key', keyFile, 'Demo Coffee & Records: 24 members, 11 months'));
  lines.push(row('Operator key', operatorKeyFile ? near(operatorKeyFile) : 'LAUREL_OPERATOR_KEY', 'creates programmes'));
  if (demoKey) {
    const query = JSON.stringify({ query: firstQuery().replace(/\s+/g, ' ').trim() });
    const isUsual = url === DEFAULT_URL && keyFile === DEFAULT_KEY_FILE;
    const options = isUsual ? '' : ` -- --url ${url} --key-file ${keyFile}`;
    lines.push('', `  ${styleText('bold', 'In another terminal')}`);
    lines.push(dim('  a first query'));
    lines.push(command(`curl -s ${url} -H "authorization: Bearer $(cat ${keyFile})" -H 'content-type: application/json' \\`));
    lines.push(command(`  -d '${query}'`));
    lines.push(dim('  a first subscription; leave it running'), command(`npm run -s watch${options}`));
    lines.push(dim('  and shoppers, to see something in it'), command(`npm run -s demo${options}`));
  }
  return `${lines.join('\n')}\n\n`;
}

const dim = (text: string): string => styleText('dim', text);

/** The path from here when it is below, else as it is. */
function near(path: string): string {
  const from = relative('', path);
  return from === '' || from.startsWith('..') ? path : from;
}
