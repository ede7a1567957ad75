// What the register holds of a partner: its numbers, what it is for, whom it reaches; and the ways to correct it.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { phoneInGroups } from "../design/phone.js";
import { useNow } from "../design/use-now.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { DataRoleDialog } from "./DataRoleDialog.js";
import { EditPartnerDialog } from "./EditPartnerDialog.js";
import { ResumePartner } from "./partners.documents.js";
import styles from "./RegisterCard.module.css";
import { SuspendDialog } from "./SuspendDialog.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  partner: PartnerOnPageFragment;
  onChanged(): void;
}

export function RegisterCard({ partner, onChanged }: Props) {
  const { t } = useTranslation("partners");
  const viewer = useViewer();
  const isHubs = holdsAny(viewer, ["OUS"]);
  const isOwn =
    holdsAny(viewer, ["PARTNER_ADMIN"]) && viewer.partner.id === partner.id;
  const [open, setOpen] = useState<"edit" | "role" | "suspend" | null>(null);
  const [resume, isResuming] = useVerb(ResumePartner);
  const outcome = useOutcome(onChanged);
  const { id, status, version, isHub, missingNumbers } = partner;
  const shared = {
    partner,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onChanged();
    },
  };
  const mayResume = isHubs && status === "SUSPENDED";
  return (
    <Card
      title={t("data.title")}
      foot={
        (isHubs || isOwn) && (
          <>
            <Button size="small" onClick={() => setOpen("edit")}>
              {t("data.edit")}
            </Button>
            {isHubs && !isHub && (
              <Button size="small" onClick={() => setOpen("role")}>
                {t("dataRole.open")}
              </Button>
            )}
            {isHubs && status === "ACTIVE" && !isHub && (
              <Button size="small" onClick={() => setOpen("suspend")}>
                {t("suspend.open")}
              </Button>
            )}
            {mayResume && (
              <Button
                size="small"
                kind="primary"
                busy={isResuming}
                onClick={() =>
                  void resume({
                    input: { partnerId: id, ifVersion: version ?? 0 },
                  }).then(({ data, failure }) =>
                    outcome.take(data?.resumePartner, failure),
                  )
                }
              >
                {t("suspend.resume")}
              </Button>
            )}
          </>
        )
      }
    >
      <ProblemNotice problem={outcome.problem} />
      {missingNumbers.length > 0 && (
        <Note tone="warn">
          {t("data.missing", {
            numbers: missingNumbers
              .map((number) => t(`number.${number}`))
              .join(", "),
          })}
        </Note>
      )}
      <Facts partner={partner} />
      {open === "edit" && <EditPartnerDialog isHubs={isHubs} {...shared} />}
      {open === "role" && <DataRoleDialog {...shared} />}
      {open === "suspend" && <SuspendDialog {...shared} />}
    </Card>
  );
}

function Facts({ partner }: Pick<Props, "partner">) {
  const { t } = useTranslation(["partners", "people"]);
  const { date } = useDates(useNow());
  const {
    dataRole,
    dataRoleReason: reason,
    cisValidUntil,
    website,
    phone,
  } = partner;
  return (
    <dl className={styles.facts}>
      <Fact word={t("number.NIP")}>{partner.nip}</Fact>
      <Fact word={t("number.REGON")}>{partner.regon}</Fact>
      <Fact word={t("number.KRS")}>{partner.krs}</Fact>
      <Fact word={t("number.REGISTER_ENTRY")}>{partner.registerEntry}</Fact>
      <Fact word={t("people:register.dataRole")}>
        {t(`people:dataRole.${dataRole}`)}
        {reason && ` (${t("dataRole.told", { reason })})`}
      </Fact>
      <Fact word={t("data.legalForm")}>{partner.legalForm}</Fact>
      <Fact word={t("data.provider")}>
        {partner.statutoryProviderKind &&
          t(`provider.${partner.statutoryProviderKind}`)}
      </Fact>
      <Fact word={t("data.address")}>{partner.address}</Fact>
      <Fact word={t("data.website")}>
        {website && <a href={website}>{website}</a>}
      </Fact>
      <Fact word={t("data.phone")}>
        {phone && <a href={`tel:${phone}`}>{phoneInGroups(phone)}</a>}
      </Fact>
      <Fact word={t("data.terc")}>{partner.terc}</Fact>
      <Fact word={t("data.areas")}>{partner.areasServed.join(", ")}</Fact>
      <Fact word={t("data.aim")}>
        {partner.reintegrationAim && t(`aims.${partner.reintegrationAim}`)}
      </Fact>
      <Fact word={t("data.accessibility")}>
        {partner.accessibility
          .map((one) => t(`accessibility.${one}`))
          .join(", ")}
      </Fact>
      <Fact word={t("data.cisDecision")}>
        {[partner.cisDecision, partner.cisVoivode].filter(Boolean).join(", ")}
      </Fact>
      <Fact word={t("data.cisValidUntil")}>
        {cisValidUntil && date(new Date(`${cisValidUntil}T12:00:00Z`))}
      </Fact>
      <Fact word={t("data.cisAgreedPlaces")}>{partner.cisAgreedPlaces}</Fact>
      <Fact word={t("data.aims")} isLong>
        {partner.statutoryAims}
      </Fact>
    </dl>
  );
}

/** What is not known has no line. */
function Fact(props: { word: string; isLong?: boolean; children: ReactNode }) {
  const { word, isLong, children } = props;
  if (children === null || children === "") return null;
  return (
    <div className={isLong ? styles.long : undefined}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
