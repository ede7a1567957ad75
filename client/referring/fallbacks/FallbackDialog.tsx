// The list of fallbacks is set, reordered or stopped: services with a free place are offered, in words and with buttons.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../../app/errors/NotSaved.js";
import { Button } from "../../design/Button.js";
import { CapacityWords } from "../../design/CapacityWords.js";
import { Dialog } from "../../design/Dialog.js";
import { Note } from "../../design/Note.js";
import { useNow } from "../../design/use-now.js";
import { type Failure, useVerb } from "../../graphql/use-verb.js";
import { PlanFallbacks } from "./fallbacks.documents.js";
import styles from "./Fallbacks.module.css";
import { type Ordered, OrderedServices } from "./OrderedServices.js";
import { type Listed, toCome } from "./use-fallbacks.js";

interface Props {
  listed: Listed;
  onClose(): void;
}

const most = 5;

export function FallbackDialog({ listed, onClose }: Props) {
  const { t } = useTranslation(["fallbacks", "design"]);
  const now = useNow();
  const [run, isSaving] = useVerb(PlanFallbacks);
  // what stood there when she began
  const [ifVersion] = useState(listed.fallbackPlan?.version ?? 0);
  const [chosen, setChosen] = useState<readonly Ordered[]>(() =>
    toCome(listed).flatMap(({ service }) => service ?? []),
  );
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const others = listed.alternatives.filter(
    ({ id }) => !chosen.some((one) => one.id === id),
  );

  async function save() {
    const { data, failure: nothing = null } = await run({
      input: {
        referralId: listed.id,
        ifVersion,
        serviceIds: chosen.map(({ id }) => id),
      },
    });
    setFailure(nothing);
    const answer = data?.planFallbacks;
    if (answer?.__typename === "Referral") return onClose();
    setSaid(
      answer?.__typename === "InvalidInput"
        ? answer.message
        : answer
          ? t("plan.moved")
          : null,
    );
  }

  return (
    <Dialog
      title={t("plan.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("plan.cancel")}</Button>
          <Button kind="primary" busy={isSaving} onClick={() => void save()}>
            {t(chosen.length > 0 ? "plan.save" : "plan.stop")}
          </Button>
        </>
      }
    >
      <div className={styles.edit}>
        <p>{t("plan.text")}</p>
        {chosen.length === 0 && <p>{t("plan.empty")}</p>}
        <OrderedServices services={chosen} onChange={setChosen} />
        {others.length > 0 && chosen.length < most && (
          <section className={styles.add}>
            <h3>{t("plan.add")}</h3>
            <ul className={styles.add}>
              {others.map((service) => (
                <li key={service.id}>
                  <Button
                    wide
                    icon="plus"
                    onClick={() => setChosen([...chosen, service])}
                  >
                    {service.name}, {service.partner.shortName} ·{" "}
                    <CapacityWords
                      availability={service.availability}
                      numbers={service.capacity}
                      suspendedUntil={service.suspendedUntil}
                      now={now}
                    />
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {others.length === 0 && chosen.length === 0 && <p>{t("plan.none")}</p>}
        <p>{t("plan.number")}</p>
        {said && (
          <Note tone="warn" icon="warning" role="alert">
            {said}
          </Note>
        )}
        <NotSaved failure={failure} onRetry={() => void save()} />
      </div>
    </Dialog>
  );
}
