import DataLoader from 'dataloader';
import type { Program } from '../programs/program.js';
import { type SegmentReads, segmentsOf, sizesOf } from './membership.js';
import type { SegmentSettings } from './segment.js';

/** Reads of segments within one operation: what is asked for together is one statement. */
export class SegmentLoaders {
  /** How many members are in a segment. */
  readonly sizes: DataLoader<SegmentSettings, number>;
  /** In which segments of the programme a member is, by their UUID. */
  readonly ofMember: DataLoader<string, readonly SegmentSettings[]>;

  constructor(reads: SegmentReads, program: () => Promise<Program>) {
    this.sizes = new DataLoader(async (segments) => sizesOf(reads, await program(), segments));
    this.ofMember = new DataLoader(async (memberIds) => {
      const present = await program();
      const segments = present.settings.segments ?? [];
      const found = await segmentsOf(reads, present, segments, memberIds);
      return memberIds.map((memberId) => segments.filter(({ id }) => found.get(memberId)?.includes(id)));
    });
  }
}
