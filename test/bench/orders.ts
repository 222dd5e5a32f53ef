/** Members of the benchmark's programme, and of the usual way. */
export const MEMBERS_OF_BENCH = 20_000;

/** What the parent may ask the Laurel process for, by IPC. */
export type Order =
  | { readonly do: 'core' | 'capped' | 'hot' | 'deep' | 'new'; readonly seconds: number }
  /** Redeems a reward until its stock is gone. */
  | { readonly do: 'redeem' }
  /** Makes the members with a long past, once. */
  | { readonly do: 'live'; readonly entries: number; readonly lots: number }
  | { readonly do: 'profile' }
  /** Ends the profile and writes it to the file. */
  | { readonly do: 'profiled'; readonly file: string }
  | { readonly do: 'verify' }
  | { readonly do: 'stop' };
