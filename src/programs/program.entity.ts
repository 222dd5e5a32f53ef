import { defineEntity, p } from '@mikro-orm/core';
import type { ProgramSettings } from './settings.js';

const programSchema = defineEntity({
  name: 'Program',
  tableName: 'programs',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    testClock: p.bigint('number').nullable(),
    createdAt: p.datetime(),
  },
});

/** Which settings and which clock are in force. */
export class ProgramRow extends programSchema.class {}
programSchema.setClass(ProgramRow);

const versionSchema = defineEntity({
  name: 'ProgramVersion',
  tableName: 'program_versions',
  properties: {
    programId: p.uuid().primary(),
    version: p.integer().primary(),
    settings: p.json<ProgramSettings>(),
    publishedAt: p.datetime(),
  },
});

/** A published version of a programme's settings. Never changed, never deleted. */
export class ProgramVersion extends versionSchema.class {}
versionSchema.setClass(ProgramVersion);
