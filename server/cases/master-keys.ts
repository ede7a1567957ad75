// The master keys that cases need: looked for at the start, and replaced, case by case, by the operator.
import type { DataSource } from "typeorm";
import { IsNull, Not } from "typeorm";

import { ConfigError } from "../platform/config.js";
import { inTransaction } from "../platform/database/session.js";
import type { Vault } from "../platform/vault.js";
import { masterKeysInUse } from "./cases.reads.js";
import { dataKeyOf, openIdentity, ownerOf } from "./identity-seal.js";
import { keptToken, PersonIndex } from "./person-index.js";
import { CaseKey, SealedIdentity } from "./sealed-identity.js";

/** @throws ConfigError where somebody's identity would open no more */
export async function requireMasterKeys(
  dataSource: DataSource,
  vault: Vault,
): Promise<void> {
  const unknown = (await masterKeysInUse(dataSource)).filter(
    (id) => !vault.knows(id),
  );
  if (unknown.length > 0)
    throw new ConfigError(
      `Cases are sealed under another master key (${unknown.join(", ")}) than the one given (${vault.masterKeyId}). Give that key as MASTER_KEY; while it is being replaced, as MASTER_KEY_BEFORE.`,
    );
}

const BATCH = 100;

/**
 * Each case in a transaction of its own: whatever ends this, it goes on from there.
 * @param owner the connection of the database's owner, who alone reaches the keys of all
 * @returns how many were wrapped anew
 */
export async function rotateMasterKey(
  owner: DataSource,
  vault: Vault,
): Promise<number> {
  const { masterKeyId } = vault;
  let done = 0;
  for (;;) {
    const batch = await inTransaction(owner, ROTATION, (manager) =>
      manager.getRepository(CaseKey).find({
        select: { centreId: true, caseId: true },
        where: { masterKeyId: Not(masterKeyId), wrappedKey: Not(IsNull()) },
        order: { centreId: "ASC", caseId: "ASC" },
        take: BATCH,
      }),
    );
    if (batch.length === 0) return done;
    for (const { centreId, caseId } of batch) {
      await rotateOne(owner, vault, { centreId, caseId });
      done += 1;
    }
  }
}

const ROTATION = { kind: "rotation" } as const;

function rotateOne(
  owner: DataSource,
  vault: Vault,
  of: { centreId: string; caseId: string },
): Promise<void> {
  return inTransaction(owner, ROTATION, async (manager) => {
    const key = await manager.getRepository(CaseKey).findOneOrFail({
      where: of,
      lock: { mode: "pessimistic_write" },
    });
    const { wrappedKey, masterKeyId } = key;
    // erased meanwhile, or done by another
    if (!wrappedKey || masterKeyId === vault.masterKeyId) return;
    const dataKey = dataKeyOf(vault, key);
    const kept = await manager.getRepository(SealedIdentity).findOneBy(of);
    await manager
      .getRepository(CaseKey)
      .update(of, vault.rewrap(ownerOf(of), { masterKeyId, wrappedKey }));
    const token =
      dataKey &&
      kept &&
      keptToken(vault, of.centreId, openIdentity(dataKey, kept));
    if (token) await manager.getRepository(PersonIndex).update(of, token);
  });
}
