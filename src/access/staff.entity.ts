import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    name: p.string(),
    email: p.string().nullable(),
    role: p.string().$type<'ADMIN' | 'STAFF'>(),
    createdAt: p.datetime(),
    disabledAt: p.datetime().nullable(),
  },
});

/** A person who works for the programme. Signs in by a personal key or through an identity provider. */
export class Staff extends schema.class {}
schema.setClass(Staff);
