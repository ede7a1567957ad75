// "Nowa sprawa": a pseudonym by chance, and beside it, sealed, as much of the person as is needed.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form } from "../app/forms/Form.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { OpenCase } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { identityIn } from "./identity.js";
import { IdentityFields } from "./IdentityFields.js";
import { type Known, KnownPerson } from "./KnownPerson.js";
import { useReadCasesAnew } from "./use-read-cases-anew.js";

export function NewCasePage() {
  const { t } = useTranslation("cases");
  const navigate = useNavigate();
  const readAnew = useReadCasesAnew();
  const asked = useAsk(OpenCase);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [known, setKnown] = useState<Known | null>(null);

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        requestKey,
        identity: identityIn(form),
        ownReference: textIn(form, "ownReference").trim() || null,
        although: textIn(form, "although").trim() || null,
      },
    });
    if (!outcome) return;
    if (outcome.__typename === "Case") {
      readAnew();
      await navigate(`/sprawy/${outcome.id}`);
      return;
    }
    // what was put right is another wish
    setRequestKey(crypto.randomUUID());
    setKnown(outcome.__typename === "PersonKnown" ? outcome : known);
  }

  return (
    <Page
      title={t("new.title")}
      intro={t("new.intro")}
      actions={
        <ButtonLink to="/sprawy/z-listy" icon="list">
          {t("fromList.open")}
        </ButtonLink>
      }
    >
      <Form
        className={styles.form}
        wrong={asked.wrong}
        isJudgedByServer
        onSubmit={submit}
      >
        {known && (
          <KnownPerson known={known} error={asked.errorAt("although")} />
        )}
        <Note tone="plain" icon="lock">
          {t("new.sealed")}
        </Note>
        <IdentityFields asked={asked} />
        <fieldset className={styles.fields}>
          <legend>{t("new.own")}</legend>
          <TextField
            name="ownReference"
            label={t("ownReference.label")}
            hint={t("ownReference.hint")}
            maxLength={40}
            autoComplete="off"
            error={asked.errorAt("ownReference")}
          />
        </fieldset>
        <NotSaved failure={asked.failure} />
        <div className={styles.verbs}>
          <ButtonLink to="/sprawy">{t("cancel")}</ButtonLink>
          <Button kind="primary" type="submit" busy={asked.isPending}>
            {t(known ? "new.although" : "new.submit")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
