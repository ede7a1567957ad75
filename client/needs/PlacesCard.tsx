// The towns and villages by which needs are told apart; the organiser names them.
import { useApolloClient } from "@apollo/client/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form } from "../app/forms/Form.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { NamePlace, PlacesQuery } from "./needs.documents.js";
import styles from "./Needs.module.css";

interface Props {
  places: readonly { id: string; name: string }[];
}

export function PlacesCard({ places }: Props) {
  const { t } = useTranslation("needs");
  const client = useApolloClient();
  const named = useAsk(NamePlace);
  const field = useRef<HTMLInputElement>(null);

  async function submit(form: FormData) {
    const outcome = await named.run({
      input: { name: textIn(form, "name").trim() },
    });
    if (outcome?.__typename !== "CentrePlace") return;
    await client.refetchQueries({ include: [PlacesQuery] });
    if (!field.current) return;
    field.current.value = "";
    field.current.focus();
  }

  return (
    <section className={styles.card} data-print="no">
      <h2>{t("place.title")}</h2>
      <p className={styles.muted}>{t("place.why")}</p>
      {places.length > 0 && (
        <ul className={styles.names}>
          {places.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
      <Form wrong={named.wrong} onSubmit={submit}>
        <TextField
          ref={field}
          label={t("place.name")}
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          error={named.errorAt("name")}
        />
        <NotSaved failure={named.failure} />
        <p>
          <Button type="submit" icon="plus" busy={named.isPending}>
            {t("place.add")}
          </Button>
        </p>
      </Form>
    </section>
  );
}
