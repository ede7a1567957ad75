// Settings as an operator writes them: what they mean, and the sentence for each that means nothing.
import { readConfig, requireMasterKey } from "../../server/platform/config.js";

const application = "postgresql://app:secret@db.example/splot";
const owner = "postgresql://owner:secret@db.example/splot";
const secret = Buffer.alloc(32, "s").toString("base64");
const read = (settings: Record<string, string> = {}) =>
  readConfig(settings, "/srv/splot");

describe("settings", () => {
  it("need not be given", () => {
    expect(read()).toEqual({
      port: 4000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:4000",
      trustedProxies: [],
      dataDir: "/srv/splot/.data",
      dataDirChosen: false,
      demo: true,
      introspection: true,
      mail: null,
      provider: null,
      database: { kind: "embedded" },
      masterKeys: null,
      connections: 40,
      logLevel: "warn",
      metrics: null,
    });
  });

  it("take an empty value for none", () => {
    const empty = { PORT: "", DEMO: " ", DATA_DIR: "", DATABASE_URL: "" };
    expect(read(empty)).toEqual(read());
  });

  it("switch the demo, and with it introspection, off on an external database", () => {
    const external = {
      DATABASE_URL: application,
      DATABASE_OWNER_URL: owner,
      SECRET_KEY: secret,
      MASTER_KEY: secret,
    };
    expect(read(external)).toMatchObject({
      demo: false,
      introspection: false,
      database: { kind: "external", url: application, ownerUrl: owner },
    });
    expect(read({ ...external, DEMO: "on" })).toMatchObject({
      demo: true,
      introspection: true,
    });
    expect(
      read({ DEMO: "off", INTROSPECTION: "1", MASTER_KEY: secret }),
    ).toMatchObject({
      demo: false,
      introspection: true,
    });
  });

  it("ask whoever serves real people for a master key, and nobody else", () => {
    const external = {
      DATABASE_URL: application,
      DATABASE_OWNER_URL: owner,
      SECRET_KEY: secret,
    };
    const required = (settings: Record<string, string>) => () =>
      requireMasterKey(read(settings));
    for (const settings of [{ DEMO: "off" }, { ...external, DEMO: "on" }]) {
      expect(required(settings)).toThrow("MASTER_KEY is missing");
      expect(required({ ...settings, MASTER_KEY: secret })).not.toThrow();
    }
    expect(required({})).not.toThrow();
  });

  it("take the public address as an origin", () => {
    expect(read({ PUBLIC_URL: "https://splot.example.pl/" }).publicUrl).toBe(
      "https://splot.example.pl",
    );
  });

  it("take proxies as addresses and ranges", () => {
    const TRUSTED_PROXIES = "127.0.0.1, 10.0.0.0/8,2001:db8::/32,";
    expect(read({ TRUSTED_PROXIES }).trustedProxies).toEqual([
      "127.0.0.1",
      "10.0.0.0/8",
      "2001:db8::/32",
    ]);
  });

  it.each([
    [{ TRUSTED_PROXIES: "127.0.0.1, proxy" }, 'TRUSTED_PROXIES has "proxy"'],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, 'has "10.0.0.0/33"'],
    [{ TRUSTED_PROXIES: "10.0.0.0/8/8" }, 'has "10.0.0.0/8/8"'],
    [{ PORT: "abc" }, 'PORT is "abc"'],
    [{ PORT: "0" }, "from 1 to 65535"],
    [{ PORT: "65536" }, "from 1 to 65535"],
    [{ PORT: "40.5" }, "whole number"],
    [{ DATABASE_CONNECTIONS: "1" }, "from 2 to 1000"],
    [{ METRICS_PORT: "0" }, 'METRICS_PORT is "0"'],
    [{ METRICS_PORT: "9400", METRICS_HOST: "a b" }, 'METRICS_HOST is "a b"'],
    [{ LOG_LEVEL: "loud" }, "one of error, warn, info, silent"],
    [{ HOST: "not a host" }, 'HOST is "not a host"'],
    [{ PUBLIC_URL: "splot.example.pl" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://example.pl/splot" }, "without a path"],
    [{ PUBLIC_URL: "ftp://example.pl" }, "PUBLIC_URL"],
    [{ DEMO: "maybe" }, 'DEMO is "maybe"'],
    [{ INTROSPECTION: "2" }, 'INTROSPECTION is "2"'],
    [
      { DATABASE_URL: application, DATABASE_OWNER_URL: owner },
      "SECRET_KEY is missing",
    ],
    [
      {
        DATABASE_URL: application,
        DATABASE_OWNER_URL: owner,
        SECRET_KEY: "c2VjcmV0",
      },
      "SECRET_KEY is not 32 bytes",
    ],
    [{ MASTER_KEY: "c2VjcmV0" }, "MASTER_KEY is not a key"],
    [{ MASTER_KEY_BEFORE: secret }, "without MASTER_KEY"],
    [{ MASTER_KEY: secret, MASTER_KEY_BEFORE: secret }, "are the same key"],
    [{ SMTP_URL: "http://secret@mail" }, "SMTP_URL cannot be read"],
    [{ SMTP_URL: "smtp://mail.example.pl" }, "MAIL_FROM is missing"],
    [
      { SMTP_URL: "smtp://mail.example.pl", MAIL_FROM: "Splot" },
      'MAIL_FROM is "Splot"',
    ],
    [{ DATABASE_URL: application }, "without DATABASE_OWNER_URL"],
    [{ DATABASE_OWNER_URL: owner }, "without DATABASE_URL"],
    [
      { DATABASE_URL: owner, DATABASE_OWNER_URL: owner },
      'both name the role "owner"',
    ],
    [
      { DATABASE_URL: "mysql://a:b@c/d", DATABASE_OWNER_URL: owner },
      'DATABASE_URL begins with "mysql:"',
    ],
    [
      { DATABASE_URL: application, DATABASE_OWNER_URL: "postgres://host/db" },
      "DATABASE_OWNER_URL names no role",
    ],
    [
      { DATABASE_URL: "postgres://a:b@host", DATABASE_OWNER_URL: owner },
      "DATABASE_URL names no database",
    ],
  ])("are refused: %j", (settings, sentence) => {
    expect(() => read(settings)).toThrow(sentence);
    // a password is never repeated
    expect(() => read(settings)).not.toThrow("secret");
  });
});
