import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/**
 * IPv4 that no stranger may send us to: everything in IANA's registry of special-purpose addresses
 * (RFC 6890 and its updates), multicast and the reserved block.
 */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(parseNetwork);

/** All of IPv6 that is routed. Loopback, link-local, unique local, multicast and NAT64 lie outside it. */
const GLOBAL_V6 = parseNetwork('2000::/3');
/** Inside it: protocol assignments with Teredo, documentation, 6to4 (which carries any IPv4 address), AS112, documentation, segment routing. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20', '5f00::/16'].map(parseNetwork);

/** Networks by address or CIDR, like 10.1.0.0/16 or fd00::1. */
export class Networks {
  private readonly networks: readonly Network[];

  /** @throws Error naming the text that is neither an address nor a network */
  constructor(texts: readonly string[]) {
    this.networks = texts.map(parseNetwork);
  }

  get isEmpty(): boolean {
    return this.networks.length === 0;
  }

  /** Whether an address, as a resolver or a URL writes it, lies in one of them. What is no address lies in none. */
  has(address: string): boolean {
    const parsed = parse(address);
    return parsed !== null && isIn(parsed, this.networks);
  }
}

/** Whether an address is reached over the public internet and stands for nothing else. What is no address is not. */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (!parsed) return false;
  if (parsed.kind() === 'ipv4') return !isIn(parsed, SPECIAL_V4);
  return isIn(parsed, [GLOBAL_V6]) && !isIn(parsed, SPECIAL_V6);
}

/** IPv4-mapped IPv6 is taken as the IPv4 address that it reaches. */
function parse(address: string): Address | null {
  try {
    return ipaddr.process(address);
  } catch {
    return null;
  }
}

const isIn = (address: Address, networks: readonly Network[]): boolean =>
  networks.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

function parseNetwork(text: string): Network {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new Error(`"${text}" is neither an address nor a network like 10.1.0.0/16.`);
  }
}
