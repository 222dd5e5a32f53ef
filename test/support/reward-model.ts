/** What a plain bookkeeper knows of rewards: no lots, no records, no streams. Instants in ms. */

const DAY = 86_400_000;

export interface PlainReward {
  readonly id: string;
  readonly price: number;
  readonly stock: number | null;
  /** Codes in its pool; null: it has none. */
  readonly codes: number | null;
  readonly needsApproval: boolean;
  /** What its voucher is worth; null: it hands none out. */
  readonly value: number | null;
  readonly days: number;
}

export interface PlainVoucher {
  readonly value: number;
  readonly endsAt: number;
  remaining: number;
  spent: number;
  expired: number;
  isVoid: boolean;
  readonly reserved: Map<number, { amount: number; readonly until: number }>;
  /** What each use took, less what came back of it. */
  readonly uses: Map<number, number>;
}

export interface PlainRedemption {
  readonly member: string;
  readonly reward: PlainReward;
  readonly paid: number;
  readonly isStocked: boolean;
  status: 'PENDING' | 'ISSUED' | 'USED' | 'CANCELLED' | 'EXPIRED';
  endsAt: number | null;
  voucher: PlainVoucher | null;
  isBack: boolean;
}

/** Says of each wish whether it is granted, and keeps what comes of it. */
export class RewardModel {
  readonly points = new Map<string, number>();
  readonly redemptions: PlainRedemption[] = [];
  readonly drawn = new Map<string, number>();
  now = 0;

  constructor(readonly rewards: readonly PlainReward[]) {}

  moveTo(now: number): void {
    this.now = now;
    for (const redemption of this.redemptions) {
      if (redemption.voucher) this.settle(redemption.voucher);
      if (redemption.status === 'ISSUED' && redemption.endsAt !== null && redemption.endsAt <= now) redemption.status = 'EXPIRED';
    }
  }

  give(member: string, points: number): void {
    this.points.set(member, (this.points.get(member) ?? 0) + points);
  }

  stockUsed(reward: PlainReward): number {
    return this.redemptions.filter((each) => each.reward === reward && each.isStocked && !each.isBack).length;
  }

  redeem(member: string, reward: PlainReward, isGranted: boolean): boolean {
    const price = isGranted ? 0 : reward.price;
    if (reward.stock !== null && this.stockUsed(reward) >= reward.stock) return false;
    if (reward.codes !== null && (this.drawn.get(reward.id) ?? 0) >= reward.codes) return false;
    if ((this.points.get(member) ?? 0) < price) return false;
    this.give(member, -price);
    const redemption: PlainRedemption = {
      ...{ member, reward, paid: price, isStocked: reward.stock !== null, status: 'PENDING' },
      ...{ endsAt: null, voucher: null, isBack: false },
    };
    this.redemptions.push(redemption);
    if (!reward.needsApproval) this.issue(redemption);
    return true;
  }

  approve(redemption: PlainRedemption): boolean {
    const { reward, status } = redemption;
    if (status !== 'PENDING') return false;
    if (reward.codes !== null && (this.drawn.get(reward.id) ?? 0) >= reward.codes) return false;
    this.issue(redemption);
    return true;
  }

  end(redemption: PlainRedemption, how: 'CANCELLED' | 'REVERSED', isWrittenOff: boolean): boolean {
    const { status, voucher } = redemption;
    if (how === 'REVERSED' ? status !== 'USED' : status !== 'PENDING' && status !== 'ISSUED') return false;
    if (voucher && (voucher.reserved.size > 0 || (how === 'CANCELLED' && voucher.spent > 0))) return false;
    if (voucher) this.end0(voucher);
    this.give(redemption.member, redemption.paid);
    redemption.status = 'CANCELLED';
    redemption.isBack = !isWrittenOff;
    return true;
  }

  void(voucher: PlainVoucher): boolean {
    if (voucher.isVoid || voucher.reserved.size > 0) return false;
    this.end0(voucher);
    return true;
  }

  use(redemption: PlainRedemption, voucher: PlainVoucher, amount: number, entry: number): boolean {
    if (voucher.isVoid || amount > voucher.remaining) return false;
    voucher.remaining -= amount;
    this.used(redemption, voucher, amount, entry);
    return true;
  }

  reserve(voucher: PlainVoucher, amount: number, entry: number): boolean {
    if (voucher.isVoid || amount > voucher.remaining) return false;
    voucher.remaining -= amount;
    voucher.reserved.set(entry, { amount, until: this.now + DAY });
    return true;
  }

  /** Uses a part of a reservation; null: gives it up. */
  settleReservation(redemption: PlainRedemption, voucher: PlainVoucher, of: number, amount: number | null, entry: number): boolean {
    const reservation = voucher.reserved.get(of);
    if (!reservation || (amount !== null && amount > reservation.amount)) return false;
    voucher.reserved.delete(of);
    voucher.remaining += reservation.amount - (amount ?? 0);
    this.settle(voucher);
    if (amount !== null) this.used(redemption, voucher, amount, entry);
    return true;
  }

  reinstate(redemption: PlainRedemption, voucher: PlainVoucher, use: number, amount: number): boolean {
    const left = voucher.uses.get(use) ?? 0;
    if (voucher.isVoid || amount > left) return false;
    voucher.uses.set(use, left - amount);
    voucher.spent -= amount;
    voucher.remaining += amount;
    this.settle(voucher);
    if (redemption.status === 'USED') redemption.status = 'ISSUED';
    this.moveTo(this.now);
    return true;
  }

  private issue(redemption: PlainRedemption): void {
    const { reward } = redemption;
    redemption.status = 'ISSUED';
    redemption.endsAt = this.now + reward.days * DAY;
    if (reward.codes !== null) this.drawn.set(reward.id, (this.drawn.get(reward.id) ?? 0) + 1);
    if (reward.value === null) return;
    redemption.voucher = {
      ...{ value: reward.value, endsAt: redemption.endsAt, remaining: reward.value, spent: 0, expired: 0, isVoid: false },
      ...{ reserved: new Map(), uses: new Map() },
    };
  }

  private used(redemption: PlainRedemption, voucher: PlainVoucher, amount: number, entry: number): void {
    voucher.spent += amount;
    voucher.uses.set(entry, amount);
    if (voucher.remaining + voucher.reserved.size === 0 && redemption.status === 'ISSUED') redemption.status = 'USED';
  }

  private end0(voucher: PlainVoucher): void {
    voucher.expired += voucher.remaining;
    voucher.remaining = 0;
    voucher.isVoid = true;
  }

  private settle(voucher: PlainVoucher): void {
    for (const [of, { amount, until }] of voucher.reserved) {
      if (until > this.now) continue;
      voucher.reserved.delete(of);
      voucher.remaining += amount;
    }
    if (voucher.endsAt > this.now) return;
    voucher.expired += voucher.remaining;
    voucher.remaining = 0;
  }
}
