import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../support/laurel.js';
import { Person, Witness } from './graphql.js';
import { LaurelProcess } from './laurel-process.js';
import { Observer } from './observer.js';
import { AUDIENCE, ISSUER, OidcProvider } from './oidc-provider.js';
import { type Everything, everythingOf, makeProgram, type Program } from './program.js';

/** Stands in many places where secrets are; must come out nowhere. */
export const SECRET = `s3cret${randomBytes(8).toString('hex')}`;
export const LISTED_ORIGIN = 'https://shop.example.com';
/** The budget of a key at the strict process, in cost points a minute. */
export const STRICT_LIMIT = 60_000;

/** Two processes on one database, three programmes, and those who attack them. */
export interface World {
  /** Settings of a developer, without a rate limit; may call loopback. */
  readonly open: LaurelProcess;
  /** Settings of production, with a rate limit and a list of origins. */
  readonly strict: LaurelProcess;
  readonly witness: Witness;
  readonly provider: OidcProvider;
  readonly observer: Observer;
  readonly operator: Person;
  readonly nobody: Person;
  /** Whose things are attacked. */
  readonly shop: Program;
  /** Another programme, whose admin attacks; and one that is attacked from the shop. */
  readonly rival: Program;
  readonly rivalHas: Everything;
  readonly shopHas: Everything;
  /** Where attacks may change things. */
  readonly lab: Program;
  readonly labHas: Everything;
  readonly memoryBefore: number | null;
  stop(): Promise<void>;
}

const everything = ({ admin }: Program): Promise<unknown> =>
  admin.ask(
    '{ program { name } members(first: 20) { nodes { externalId wallets { active } standings { tier { name } } journal { nodes { id } } } } }',
  );

export async function openWorld(): Promise<World> {
  const databaseUrl = await createDatabase();
  const operatorKey = `lrl_${randomBytes(24).toString('hex')}`;
  const common = { DATABASE_URL: databaseUrl, LAUREL_OPERATOR_KEY: operatorKey };
  const open = await LaurelProcess.start({ ...common, LAUREL_RATE_LIMIT: 'off', LAUREL_OUTBOUND_ALLOW: '127.0.0.0/8' });
  const strict = await LaurelProcess.start({
    ...common,
    NODE_ENV: 'production',
    LAUREL_RATE_LIMIT: String(STRICT_LIMIT),
    LAUREL_CORS_ORIGINS: LISTED_ORIGIN,
  });
  const provider = await OidcProvider.start();
  const witness = new Witness();
  const nobody = new Person(open.url, null, witness);
  const operator = nobody.as(operatorKey);
  const [shop, rival, lab, observed] = await Promise.all(['Shop', 'Rival', 'Lab', 'Observed'].map((name) => makeProgram(operator, name)));
  if (!shop || !rival || !lab || !observed) throw new Error('no programmes');
  await shop.admin.get(
    'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { identityProvider { id } errors { message } } }',
    { input: { name: 'Login', issuer: ISSUER, audience: AUDIENCE, jwksUrl: provider.jwksUrl, signsIn: 'MEMBER' } },
  );
  const [rivalHas, shopHas, labHas] = await Promise.all([everythingOf(rival), everythingOf(shop), everythingOf(lab)]);
  // What a process keeps once it has worked at all is no growth.
  for (let i = 0; i < 40; i += 1) await Promise.all(Array.from({ length: 25 }, () => everything(lab)));
  const observer = Observer.start(open.url, observed.admin.key as string);
  return {
    open,
    strict,
    witness,
    provider,
    observer,
    operator,
    nobody,
    shop,
    rival,
    lab,
    rivalHas,
    shopHas,
    labHas,
    memoryBefore: await open.memory(),
    async stop() {
      await Promise.all([open.stop(), strict.stop(), provider.stop()]);
      await dropDatabase(databaseUrl);
    },
  };
}
