// Nobody took a referral: where else the person may go now, one press away.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../../app/errors/NotSaved.js";
import { PlaceButton } from "../../app/live/PlaceButton.js";
import { CapacityWords } from "../../design/CapacityWords.js";
import type {
  LiveReferralFragment,
  ReferableServiceFragment,
} from "../../graphql/generated/graphql.js";
import others from "../OtherServices.module.css";
import { ReferDialog } from "../ReferDialog.js";
import { ReferralSent } from "../ReferralSent.js";
import { Refusal } from "../Refusal.js";
import { useSendReferral } from "../useSendReferral.js";
import type { Listed } from "./use-fallbacks.js";

interface Props {
  referral: LiveReferralFragment;
  listed: Listed | null;
  hasFailed: boolean;
  now: Date;
}

export function NextPlaces({ referral, listed, hasFailed, now }: Props) {
  const { t } = useTranslation("referring");
  const { send, isSending, answer, failure } = useSendReferral();
  const [pressed, setPressed] = useState<ReferableServiceFragment | null>(null);
  const [isSeen, setSeen] = useState(false);
  // more than a number is looked at before it travels
  const isNumber = referral.disclosureLevel === "L0_TOKEN";
  const sent = answer?.__typename === "Referral" ? answer : null;

  function press(service: ReferableServiceFragment) {
    setPressed(service);
    if (!isNumber) return;
    const { capacity } = service;
    void send({
      serviceId: service.id,
      units:
        capacity?.unit === referral.service.capacity?.unit ? referral.units : 1,
      priority: referral.priority,
      disclosureLevel: "L0_TOKEN",
      waitIfFull: false,
      ownReference: referral.ownReference,
      caseId: referral.case?.id ?? null,
      followsId: referral.id,
    });
  }

  if (hasFailed && !listed) return <p role="status">{t("others.failed")}</p>;
  if (!listed) return <p aria-busy="true">{t("others.reading")}</p>;
  return (
    <>
      {listed.alternatives.length === 0 && !sent && <p>{t("others.none")}</p>}
      {listed.alternatives.length > 0 && !sent && (
        <ul className={others.list}>
          {listed.alternatives.map((service) => (
            <li key={service.id}>
              <span className={others.what}>
                <strong>{service.name}</strong>
                <span>
                  {service.partner.shortName} ·{" "}
                  <CapacityWords
                    availability={service.availability}
                    numbers={service.capacity}
                    suspendedUntil={service.suspendedUntil}
                    now={now}
                  />
                </span>
              </span>
              <PlaceButton
                size="small"
                busy={isSending}
                aria-label={t("others.referTo", { service: service.name })}
                onClick={() => press(service)}
              >
                {t("others.refer")}
              </PlaceButton>
            </li>
          ))}
        </ul>
      )}
      {answer && !sent && <Refusal answer={answer} />}
      {answer?.__typename === "NoFreePlace" && <p>{answer.message}</p>}
      <NotSaved
        failure={failure}
        onRetry={() => {
          if (pressed) press(pressed);
        }}
      />
      {sent && !isSeen && (
        <ReferralSent referral={sent} onClose={() => setSeen(true)} />
      )}
      {pressed && !isNumber && (
        <ReferDialog
          service={pressed}
          followsId={referral.id}
          onClose={() => setPressed(null)}
        />
      )}
    </>
  );
}
