// The slip that a resident takes along: in Polish unless the coordinator chooses, and with nothing of the person.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { Page } from "../app/shell/Page.js";
import { numberInPath, referralPath } from "../app/shell/referral-path.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Note } from "../design/Note.js";
import type { Language } from "../graphql/generated/graphql.js";
import { InLanguage } from "../i18n/InLanguage.js";
import { isOver } from "./awaits.js";
import { useCourse } from "./course-query.js";
import { SlipCard } from "./SlipCard.js";
import { UnknownReferral } from "./UnknownReferral.js";
import { useSlipPrint } from "./use-slip-print.js";

export function SlipPage() {
  const { number = "" } = useParams();
  return <Slip key={number} number={numberInPath(number)} />;
}

function Slip({ number }: { number: string }) {
  const { t } = useTranslation("referring");
  const [language, setLanguage] = useState<Language>("pl");
  const referral = useCourse(number);
  const slip = useSlipPrint(referral?.id ?? null);
  if (!referral) return <UnknownReferral />;
  return (
    <Page
      title={t("slip.title")}
      tabTitle={`${t("slip.title")} ${referral.number}`}
      intro={<span data-print="no">{t("slip.intro")}</span>}
      actions={
        <>
          <LanguageSwitch
            label={t("slip.language")}
            chosen={language}
            onChoose={setLanguage}
          />
          <ButtonLink to={referralPath(referral.number)} icon="back">
            {t("slip.back")}
          </ButtonLink>
          <Button
            kind="primary"
            icon="print"
            busy={slip.isPending}
            onClick={() => void slip.print()}
          >
            {t("slip.print")}
          </Button>
        </>
      }
    >
      <NotSaved failure={slip.failure} onRetry={() => void slip.print()} />
      {isOver(referral.status) && <Note tone="warn">{t("slip.closed")}</Note>}
      <InLanguage language={language}>
        <SlipCard referral={referral} />
      </InLanguage>
    </Page>
  );
}
