// "Historia": the versions of an agreement, what each changed, who has signed the one that waits, and the old terms.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { Tag } from "../design/Tag.js";
import type { Agreement } from "./AgreementPage.js";
import { RejectAmendment } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { SignDialog } from "./SignDialog.js";
import { useMove } from "./use-move.js";
import { useDay } from "./use-span.js";

/** The version that holds says what the agreement does: of a suspended one nothing is in force. */
function VersionTag({ version: { status }, of }: TagProps) {
  const { t } = useTranslation("agreements");
  if (status !== "IN_FORCE") return <Tag>{t(`versionStatus.${status}`)}</Tag>;
  return (
    <Tag tone={of.status === "ACTIVE" ? "ok" : "plain"}>
      {t(`status.${of.status}`)}
    </Tag>
  );
}

interface TagProps {
  version: Pick<Agreement["versions"][number], "status">;
  of: Pick<Agreement, "status">;
}

interface Props {
  agreement: Agreement;
  onMoved(): void;
}

export function AgreementHistory({ agreement, onMoved }: Props) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { id: agreementId, versions, viewerCan } = agreement;
  const [noting, setNoting] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const reject = useMove(RejectAmendment, onMoved);
  const proposed = versions.find(({ status }) => status === "PROPOSED");
  if (versions.length === 0) return null;
  return (
    <section className={styles.card} id="historia">
      <h2>{t("history.title")}</h2>
      <ProblemNotice problem={reject.wrong} />
      <NotSaved failure={reject.failure} />
      <ul className={styles.rows}>
        {versions.map((version) => (
          <li key={version.revision}>
            <div className={styles.what}>
              <h3>
                {t("history.version", { revision: version.revision })}
                {version.effectiveFrom &&
                  `, ${t("history.from", { day: day(version.effectiveFrom) })}`}
              </h3>
              {version.changes.map(({ term, from, to }) => (
                <p key={term}>{t("history.change", { term, from, to })}</p>
              ))}
              {version.signatures.length > 0 && (
                <ul>
                  {version.signatures.map((signature) => {
                    const { partner, signedOn, signatureNotedOn } = signature;
                    return (
                      <li key={partner?.id}>
                        {partner?.shortName}:{" "}
                        {signedOn
                          ? t("signed", { day: day(signedOn) })
                          : t("waiting")}
                        {signatureNotedOn &&
                          ` · ${t("sign.told", { day: day(signatureNotedOn) })}`}{" "}
                        {version.status === "PROPOSED" &&
                          signedOn === null &&
                          partner &&
                          viewerCan.includes("NOTE_PAPER") && (
                            <Button
                              size="small"
                              aria-label={t("noteSignatureOf", {
                                name: partner.shortName,
                              })}
                              onClick={() => setNoting(partner.id)}
                            >
                              {t("noteSignature")}
                            </Button>
                          )}
                      </li>
                    );
                  })}
                </ul>
              )}
              <details>
                <summary>{t("history.terms")}</summary>
                <dl className={styles.facts}>
                  {version.terms.map(({ term, value }) => (
                    <div key={term}>
                      <dt>{term}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            </div>
            <VersionTag version={version} of={agreement} />
          </li>
        ))}
      </ul>
      {proposed && viewerCan.includes("REJECT_AMENDMENT") && (
        <div data-print="no">
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t("history.reject")}
          </Button>
        </div>
      )}
      {isAsking && proposed && (
        <ConfirmDialog
          question={t("history.rejectAsk", { revision: proposed.revision })}
          verb={t("history.reject")}
          busy={reject.isPending}
          onConfirm={() =>
            void reject
              .run({ input: { agreementId, revision: proposed.revision } })
              .then(() => setAsking(false))
          }
          onClose={() => setAsking(false)}
        >
          <p>{t("history.rejectText")}</p>
        </ConfirmDialog>
      )}
      {noting && proposed && (
        <SignDialog
          agreement={agreement}
          revision={proposed.revision}
          partnerId={noting}
          onClose={() => setNoting(null)}
          onSigned={() => {
            setNoting(null);
            onMoved();
          }}
        />
      )}
    </section>
  );
}
