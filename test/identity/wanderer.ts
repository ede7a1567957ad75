// Somebody with a browser who is sent between Splot and the provider: follows where she is led, and keeps each one's cookies apart.
import type { Doors } from "../support/doors.js";

export const PUBLIC = "http://localhost:4000";

export interface Wanderer {
  /** @returns where she stands at last: a path of Splot's pages, or the address of a page of the provider */
  go(path: string): Promise<string>;
  /** All that she was led through, the first one first. */
  readonly steps: string[];
  cookies: Map<string, string>;
}

export function aWanderer(doors: Doors): Wanderer {
  const jars = {
    splot: new Map<string, string>(),
    provider: new Map<string, string>(),
  };

  async function fetchAt(address: URL): Promise<Response> {
    const isOurs = address.origin === PUBLIC;
    const jar = isOurs ? jars.splot : jars.provider;
    const answer = await fetch(
      isOurs ? doors.url + address.pathname + address.search : address,
      {
        redirect: "manual",
        headers: {
          cookie: [...jar]
            .map(([name, value]) => `${name}=${value}`)
            .join("; "),
        },
      },
    );
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value.join("="));
    }
    return answer;
  }

  const steps: string[] = [];
  return {
    steps,
    cookies: jars.splot,
    async go(path) {
      let address = new URL(path, PUBLIC);
      for (let leaps = 0; leaps < 12; leaps += 1) {
        steps.push(address.href);
        const isPage =
          address.origin === PUBLIC &&
          !address.pathname.startsWith("/logowanie/oidc");
        if (isPage) return address.pathname + address.search + address.hash;
        const answer = await fetchAt(address);
        const location = answer.headers.get("location");
        if (!location) return address.href;
        address = new URL(location, address);
      }
      throw new Error(`led in a circle: ${steps.join("\n")}`);
    },
  };
}
