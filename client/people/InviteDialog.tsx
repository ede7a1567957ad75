// Somebody is asked in by e-mail: who, where the mail goes, and to which duties.
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { Role } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { InvitePerson } from "./people.documents.js";
import { RoleChoice } from "./RoleChoice.js";

interface Props {
  partnerId: string;
  /** That the viewer may give. */
  roles: readonly Role[];
  /** Chosen at first. */
  usual: readonly Role[];
  /** A contact person who has no access yet. */
  person?: { name: string; email: string };
  onClose(): void;
  onInvited(): void;
}

interface Wrong {
  message: string;
  fields: readonly { path: string; message: string }[];
}

const ownPlace = ["name", "email", "roles"];

/** What stands at its field is not said twice. */
function elsewhere(wrong: Wrong): Wrong | null {
  const isAtField =
    wrong.fields.length > 0 &&
    wrong.fields.every(({ path }) => ownPlace.includes(path));
  return isAtField ? null : wrong;
}

export function InviteDialog(props: Props) {
  const { partnerId, roles, usual, person, onClose, onInvited } = props;
  const { t } = useTranslation("people");
  const formId = useId();
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<Role[]>([...usual]);
  const [invite, isPending] = useVerb(InvitePerson);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    const { data, failure: failed } = await invite({
      input: {
        requestKey,
        partnerId,
        name: textIn(form, "name").trim(),
        email: textIn(form, "email").trim(),
        roles: chosen,
      },
    });
    setFailure(failed ?? null);
    const answer = data?.invitePerson;
    if (!answer) return;
    if (answer.__typename === "Invitation") {
      onInvited();
      return;
    }
    // what was refused is said anew, not again
    setRequestKey(crypto.randomUUID());
    setWrong({
      message: answer.message,
      fields: answer.__typename === "InvalidInput" ? answer.fields : [],
    });
  }

  const errorAt = (path: string) =>
    wrong?.fields.find((field) => field.path === path)?.message;
  return (
    <Dialog
      title={t("invite.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit" form={formId} busy={isPending}>
            {t("invite.submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <ProblemNotice problem={wrong && elsewhere(wrong)} />
        <TextField
          label={t("invite.name")}
          name="name"
          required
          maxLength={200}
          defaultValue={person?.name}
          error={errorAt("name")}
        />
        <TextField
          label={t("invite.email")}
          hint={t("invite.emailHint")}
          name="email"
          type="email"
          required
          defaultValue={person?.email}
          error={errorAt("email")}
        />
        <RoleChoice
          roles={roles}
          chosen={chosen}
          onChange={setChosen}
          error={errorAt("roles")}
        />
      </form>
      <NotSaved failure={failure} />
    </Dialog>
  );
}
