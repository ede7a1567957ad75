// The database that the settings name, ready to be asked: the embedded one is started, an external one looked at.
import { type Config, mayMakeMasterKey } from "../config.js";
import { Keys } from "../keys.js";
import { say, saying } from "../logging.js";
import { Vault } from "../vault.js";
import { checkExternal, type DatabaseUrls } from "./connect.js";
import {
  chooseDataFolder,
  claimFolder,
  findUserOf,
  makeFolder,
} from "./data-folder.js";
import { joinEmbedded, startEmbedded } from "./embedded.js";

export interface OpenDatabase extends DatabaseUrls {
  readonly keys: Keys;
  close(): Promise<void>;
}

/**
 * @param joins whether a running Splot may stay in its data folder: a command works beside the server,
 * a second server does not
 */
export async function openDatabase(
  config: Config,
  { joins }: { joins: boolean },
): Promise<OpenDatabase> {
  if (config.database.kind === "external") {
    const { url: applicationUrl, ownerUrl, secretKey } = config.database;
    await checkExternal({ applicationUrl, ownerUrl });
    return {
      applicationUrl,
      ownerUrl,
      keys: new Keys(secretKey, vaultOf(config)),
      close: async () => undefined,
    };
  }
  const isRoot = process.getuid?.() === 0;
  const folder = chooseDataFolder(config.dataDir, config.dataDirChosen, isRoot);
  makeFolder(folder);
  if (joins && findUserOf(folder) !== undefined) {
    const running = await joinEmbedded(folder);
    return {
      ...running,
      keys: keysOf(config, running),
      close: async () => undefined,
    };
  }
  const release = claimFolder(folder);
  try {
    const start = () => startEmbedded(folder);
    const started = joins
      ? await start()
      : await saying(`starting PostgreSQL 18 in ${folder}`, start);
    if (!joins) started.keep(say);
    return {
      ...started,
      keys: keysOf(config, started),
      async close() {
        await started.stop();
        release();
      },
    };
  } catch (failure) {
    release();
    throw failure;
  }
}

function keysOf(
  config: Config,
  made: { secretKey: string; masterKey: string },
): Keys {
  return new Keys(
    Buffer.from(made.secretKey, "base64"),
    vaultOf(config, made.masterKey),
  );
}

/** @param own the demo's own master key, where none is given */
function vaultOf(config: Config, own?: string): Vault | null {
  const { masterKeys } = config;
  if (masterKeys) return new Vault(masterKeys.current, masterKeys.before);
  return own && mayMakeMasterKey(config)
    ? new Vault(Buffer.from(own, "base64"))
    : null;
}
