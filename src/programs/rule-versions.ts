import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { EarningRuleSettings } from '../earning/kinds/kinds.js';
import type { Row } from '../journal/transaction.js';

/** A rule as it was from one version of the settings on. */
export interface RuleVersion {
  readonly version: number;
  readonly publishedAt: Date;
  readonly rule: EarningRuleSettings;
}

const VERSIONS_MAX = 100;

/** A rule says in which version it was changed last; those of earlier days do not, and were not edited before they did. */
const READ_VERSIONS = `select q.id, v.version, v.published_at, v.rule::text as rule from unnest($2::text[]) q(id)
  cross join lateral (
    select v.version, v.published_at, r.rule from program_versions v cross join lateral json_array_elements(v.settings->'earningRules') r(rule)
    where v.program_id = $1 and r.rule->>'id' = q.id
      and v.version = coalesce((r.rule->>'version')::int, (select min(w.version) from program_versions w
        cross join lateral json_array_elements(w.settings->'earningRules') o(rule) where w.program_id = $1 and o.rule->>'id' = q.id))
    order by v.version desc limit ${VERSIONS_MAX}
  ) v order by q.id, v.version`;

/** The last versions of rules by their UUIDs, the present one last: one statement, however many are asked for. */
export const ruleVersionsLoader = (reads: Reads, programId: string): DataLoader<string, readonly RuleVersion[]> =>
  new DataLoader(async (ids) => {
    const { rows } = await reads.query<Row>(READ_VERSIONS, [programId, ids]);
    const byId = Map.groupBy(rows, ({ id }) => id as string);
    return ids.map((id) =>
      (byId.get(id) ?? []).map(({ version, published_at, rule }) => ({
        version: Number(version),
        publishedAt: published_at as Date,
        rule: JSON.parse(rule as string) as EarningRuleSettings,
      })),
    );
  });
