// Somebody is asked in by e-mail: who, where the mail goes, and to which duties.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import type { Wrong } from "../app/forms/Form.js";
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

export function InviteDialog(props: Props) {
  const { partnerId, roles, usual, person, onClose, onInvited } = props;
  const { t } = useTranslation("people");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<Role[]>([...usual]);
  const [invite, isPending] = useVerb(InvitePerson);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(form: FormData) {
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
    wrong?.fields?.find((field) => field.path === path)?.message;
  return (
    <AskDialog
      title={t("invite.title")}
      verb={t("invite.submit")}
      asked={{ isPending, wrong, failure }}
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
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
    </AskDialog>
  );
}
