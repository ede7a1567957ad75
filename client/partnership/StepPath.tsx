// The six steps in their order: what is done, what is under way with all that it asks, what is still to come.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { slugOf } from "../app/slug.js";
import { Button } from "../design/Button.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Icon } from "../design/Icon.js";
import { join } from "../design/join.js";
import { Tag } from "../design/Tag.js";
import type {
  NetworkStepsFragment,
  PartnershipStep,
} from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import styles from "./StepPath.module.css";
import { CompleteStep, ReopenStep } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";
import { wherePath } from "./where-path.js";

interface Props {
  network: NetworkStepsFragment;
  onChanged(): void;
}

type Step = NetworkStepsFragment["formation"][number];

const tones = { DONE: "ok", CURRENT: "primary", AHEAD: "outline" } as const;

export function StepPath({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const [reopened, setReopened] = useState<PartnershipStep | null>(null);
  const completed = useSaved(CompleteStep, onChanged);
  const { formation, viewerCanLead, id, name } = network;
  return (
    <section aria-label={t("steps.path")}>
      <ol className={styles.path}>
        {formation.map((step, place) => (
          <li
            key={step.step}
            className={join(
              styles.step,
              step.state === "CURRENT" && styles.now,
            )}
            aria-current={step.state === "CURRENT" ? "step" : undefined}
          >
            <div className={styles.head}>
              <h2>
                {place + 1}. {t(`step.${step.step}`)}
              </h2>
              <StepTag step={step} />
            </div>
            {step.state !== "AHEAD" && (
              <Criteria step={step} name={name} mayAct={viewerCanLead} />
            )}
            {step.state === "CURRENT" && viewerCanLead && (
              <>
                <ProblemNotice problem={completed.wrong} />
                <NotSaved failure={completed.failure} />
                {step.step !== "WORKING_MEETINGS" && (
                  <div data-print="no">
                    <Button
                      kind="primary"
                      busy={completed.isPending}
                      onClick={() =>
                        void completed.save({
                          input: { networkId: id, step: step.step },
                        })
                      }
                    >
                      {t("steps.complete")}
                    </Button>
                  </div>
                )}
              </>
            )}
            {step.state === "DONE" && viewerCanLead && (
              <div className={styles.again} data-print="no">
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t("reopen.of", { step: t(`step.${step.step}`) })}
                  onClick={() => setReopened(step.step)}
                >
                  {t("reopen.open")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {reopened && (
        <ReopenDialog
          networkId={id}
          step={reopened}
          onClose={() => setReopened(null)}
          onSaved={() => {
            setReopened(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

/** What is done stays done; that something was lost since is said. */
function StepTag({ step: { state, criteria } }: { step: Step }) {
  const { t } = useTranslation("partnership");
  return state === "DONE" && criteria.some(({ met }) => !met) ? (
    <Tag tone="warn" icon="warning">
      {t("stepState.since")}
    </Tag>
  ) : (
    <Tag tone={tones[state]}>{t(`stepState.${state}`)}</Tag>
  );
}

interface CriteriaProps {
  step: Step;
  name: string;
  /** Where to do it is of use to who can. */
  mayAct: boolean;
}

function Criteria({ step, name, mayAct }: CriteriaProps) {
  const { t } = useTranslation("partnership");
  return (
    <ul className={styles.criteria}>
      {step.criteria.map(({ kind, met, found, missing }) => (
        <li key={kind} className={met ? styles.met : styles.open}>
          <Icon name={met ? "check" : "close"} />
          <div>
            <p>
              {t(`criterion.${kind}`)}
              {": "}
              <strong>
                {met
                  ? t("steps.met")
                  : t(
                      step.state === "DONE"
                        ? "steps.missingSince"
                        : "steps.missing",
                    )}
              </strong>
              {kind === "NEED_LINKED" && found > 0 && ` (${String(found)})`}
            </p>
            {missing.length > 0 && (
              <p className={styles.muted}>
                {kind === "MEMBERS_CHOSEN" || kind === "ACTION_OWNED"
                  ? t(`missing.${kind}`, { names: missing.join(", ") })
                  : t("steps.missingOf", { names: missing.join(", ") })}
              </p>
            )}
            {!met && mayAct && (
              <Link to={wherePath(kind, slugOf(name))} data-print="no">
                {t(`where.${kind}`)}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ReopenProps {
  networkId: string;
  step: PartnershipStep;
  onClose(): void;
  onSaved(): void;
}

function ReopenDialog({ networkId, step, onClose, onSaved }: ReopenProps) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(ReopenStep, onSaved);
  return (
    <FormDialog
      title={t("reopen.title", { step: t(`step.${step}`) })}
      verb={t("reopen.open")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: { networkId, step, reason: textIn(form, "reason").trim() },
        })
      }
    >
      <p>{t("reopen.means")}</p>
      <TextArea
        label={t("reopen.reason")}
        name="reason"
        required
        maxLength={300}
        error={saved.errorAt("reason")}
      />
    </FormDialog>
  );
}
