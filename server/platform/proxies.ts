// Whose word is taken for a caller's address: the operator's own proxies, and nobody else's.
import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv4 } from "node:net";

const familyOf = (address: string) => (isIPv4(address) ? "ipv4" : "ipv6");

/** An IPv4 caller looks like this on a socket that takes both families. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Some proxies add the port. */
function addressIn(text: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  const [, alone] = /^([\d.]+):\d+$/.exec(text) ?? [];
  const address = plain(bracketed ?? alone ?? text);
  return isIP(address) ? address : null;
}

/** An address, or a range such as 10.0.0.0/8. */
export function isAddressRange(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  if (!isIP(address) || rest.length > 0) return false;
  const longest = isIPv4(address) ? 32 : 128;
  return (
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= longest)
  );
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

/** The address of who asks: behind trusted proxies the latest in their chain that is none of them. */
export function callerAddresses(
  trustedProxies: readonly string[],
): (request: Pick<IncomingMessage, "headers" | "socket">) => string {
  const trusted = listOf(trustedProxies);
  return ({ headers, socket }) => {
    let address = plain(socket.remoteAddress ?? "");
    const said = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
    while (isIP(address) && trusted.check(address, familyOf(address))) {
      const before = addressIn(said.pop()?.trim() ?? "");
      // what no address is was not written by a proxy of ours
      if (before === null) break;
      address = before;
    }
    return address;
  };
}

/** Who has one IPv6 address has the whole /64 that it lies in: whoever counts callers counts that as one. */
export function networkOf(address: string): string {
  const bare = plain(address);
  if (isIP(bare) !== 6) return bare;
  const [left = "", right] =
    bare.split("%")[0]?.toLowerCase().split("::") ?? [];
  const groups = left.split(":").filter((group) => group !== "");
  const after = right?.split(":").filter((group) => group !== "") ?? [];
  // an IPv4 address at the end takes the room of two
  const taken = groups.length + after.length + (bare.includes(".") ? 1 : 0);
  const zeros = Array.from({ length: Math.max(0, 8 - taken) }, () => "0");
  const whole = right === undefined ? groups : [...groups, ...zeros, ...after];
  const network = whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}
