// What the installation signs and seals opens for its purpose, its row and its key, and for nothing else.
import { randomUUID } from "node:crypto";

import { Keys } from "../../server/platform/keys.js";
import { Vault } from "../../server/platform/vault.js";

const vault = new Vault(Buffer.alloc(32, 3));
const keys = new Keys(Buffer.alloc(32, 1), vault);
const others = new Keys(Buffer.alloc(32, 2), vault);

describe("a token", () => {
  const id = randomUUID();
  const token = keys.tokenOf("action-link", id);

  it("names its row, always in the same letters", () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(keys.idIn("action-link", token)).toBe(id);
    expect(keys.tokenOf("action-link", id)).toBe(token);
  });

  it("opens nothing for another purpose or by another key", () => {
    expect(keys.idIn("account-link", token)).toBeNull();
    expect(others.idIn("action-link", token)).toBeNull();
  });

  it("dies of any changed letter", () => {
    for (let place = 0; place < token.length; place += 1) {
      const letter = token[place] === "A" ? "B" : "A";
      const forged = token.slice(0, place) + letter + token.slice(place + 1);
      expect(keys.idIn("action-link", forged)).toBeNull();
    }
    for (const wrong of ["", token.slice(1), `${token}A`, "é".repeat(43)])
      expect(keys.idIn("action-link", wrong)).toBeNull();
  });
});

describe("a sealed text", () => {
  const sealed = keys.seal("second-factor", "row", "sekret");

  it("opens for its row alone", () => {
    expect(keys.unseal("second-factor", "row", sealed)).toBe("sekret");
    expect(keys.unseal("second-factor", "other", sealed)).toBeNull();
    expect(others.unseal("second-factor", "row", sealed)).toBeNull();
  });

  it("opens no more when a bit of it was changed", () => {
    for (let place = 0; place < sealed.length; place += 1) {
      const forged = Buffer.from(sealed);
      forged.writeUInt8(forged.readUInt8(place) ^ 1, place);
      expect(keys.unseal("second-factor", "row", forged)).toBeNull();
    }
    expect(keys.unseal("second-factor", "row", Buffer.alloc(3))).toBeNull();
  });
});
