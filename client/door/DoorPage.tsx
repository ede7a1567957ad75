// "Przy drzwiach": a card is scanned or its code typed, and whoever stands there is let in; nobody's name is asked.
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { CardAnswer } from "./CardAnswer.js";
import { codeOf, useCodeInAddress } from "./code-in-address.js";
import styles from "./Door.module.css";
import { useCard } from "./use-card.js";

const walkInRoles: readonly string[] = ["PARTNER_EDITOR", "PARTNER_ADMIN"];

export function DoorPage() {
  const { t } = useTranslation("door");
  const { roles } = useViewer();
  const [scanned, forgetScanned] = useCodeInAddress();
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const card = useCard();
  const { answer, check } = card;

  useEffect(() => {
    if (!scanned) return;
    setCode(scanned);
    forgetScanned();
    void check(scanned);
  }, [scanned, forgetScanned, check]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void check(codeOf(code));
  }

  function next() {
    card.forget();
    setCode("");
    field.current?.focus();
  }

  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <ButtonLink to="/skierowania" icon="back">
          {t("back")}
        </ButtonLink>
      }
    >
      <div className={styles.door}>
        <form className={styles.card} noValidate onSubmit={submit}>
          <TextField
            ref={field}
            label={t("code")}
            hint={t("codeHint")}
            name="code"
            value={code}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            error={answer?.kind === "invalid" ? answer.message : undefined}
            onChange={({ target }) => {
              card.forget();
              setCode(target.value);
            }}
          />
          {(!answer || answer.kind === "invalid") && (
            <Button
              type="submit"
              kind="primary"
              size="large"
              wide
              busy={card.isPending}
            >
              {t("check")}
            </Button>
          )}
        </form>
        <NotSaved failure={card.failure} onRetry={() => void card.again()} />
        <div aria-live="polite">
          {answer && answer.kind !== "invalid" && (
            <CardAnswer
              answer={answer}
              isPending={card.isPending}
              onUse={() => void card.redeem(codeOf(code))}
              onNext={next}
            />
          )}
        </div>
        {roles.some((one) => walkInRoles.includes(one)) && (
          <p className={styles.without}>
            {t("without")}{" "}
            <ButtonLink size="small" to="/oferta">
              {t("count")}
            </ButtonLink>
          </p>
        )}
      </div>
    </Page>
  );
}
