import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoints',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    url: p.string(),
    description: p.string().nullable(),
    kinds: p.array<string>().nullable(),
    memberIds: p.array<string>().nullable(),
    currencyIds: p.array<string>().nullable(),
    isEnabled: p.boolean(),
    disabledReason: p.string().nullable(),
    disabledAt: p.datetime().nullable(),
    secret: p.blob(),
    previousSecret: p.blob().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    lastSuccessAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    restingUntil: p.datetime().nullable(),
    failedRounds: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** Where a partner wants entries to be sent. How far its sending is, only the sender knows and writes. */
export class WebhookEndpoint extends schema.class {}
schema.setClass(WebhookEndpoint);
