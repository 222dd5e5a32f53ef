/** Programme of the caller, as the connection was told. Read once a statement. */
export const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;

/** Puts a table behind the second wall: callers see and change the rows of their programme. Migrations that are out use it, so it is never changed. */
export const ownProgram = (table: string, rights: string): string => `
  grant ${rights} on ${table} to laurel_tenant;
  alter table ${table} enable row level security;
  create policy own_program on ${table} to laurel_tenant using (program_id = ${CALLER}) with check (program_id = ${CALLER});
`;
