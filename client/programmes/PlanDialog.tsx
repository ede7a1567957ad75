// A row of the implementation plan is written: a service that there is or is to be, who provides it, how, for how much, when.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField, TextField } from "../design/Field.js";
import { FilteredChoices } from "../design/FilteredChoices.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { AMOUNT, groszeOf, zlotyOf } from "../design/money.js";
import type {
  AcquisitionMode,
  PlanRowOnPageFragment,
  PlanState,
} from "../graphql/generated/graphql.js";
import { useStanding } from "../graphql/use-standing.js";
import type { Programme } from "./elements.js";
import {
  ChangePlanRow,
  PartnerAgreementsQuery,
  PlanChoicesQuery,
  PlanService,
} from "./programmes.documents.js";

const modes = [
  "OWN_UNIT_PLAN",
  "GRANT_DELEGATION",
  "GRANT_SUPPORT",
  "SMALL_GRANT_19A",
  "PUBLIC_PROCUREMENT",
  "COUNTY_AGREEMENT",
  "INTERMUNICIPAL_AGREEMENT",
  "SUPPORTING_ACTIVITY",
  "COOPERATION_ONLY",
] as const satisfies readonly AcquisitionMode[];

const states = [
  "PLANNED",
  "IN_PREPARATION",
  "CONTRACTED",
  "RUNNING",
  "DROPPED",
] as const satisfies readonly PlanState[];

interface Props {
  programme: Programme;
  /** None: a new one. */
  row: PlanRowOnPageFragment | null;
  onClose(): void;
  onSaved(): void;
}

export function PlanDialog({ programme, row, onClose, onSaved }: Props) {
  const { t } = useTranslation("programmes");
  const { centre } = useViewer();
  const plan = useAsk(PlanService);
  const change = useAsk(ChangePlanRow);
  const asked = row ? change : plan;
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [serviceId, setServiceId] = useState(row?.service?.id ?? "");
  const [partnerId, setPartnerId] = useState(row?.partner?.id ?? "");
  const [mode, setMode] = useState<AcquisitionMode>(
    row?.mode ?? "OWN_UNIT_PLAN",
  );
  const { data: choices } = useQuery(PlanChoicesQuery, {
    variables: { centreId: centre.id },
  });
  const data = useStanding(choices, centre.id);
  const services = data?.centre?.services.nodes;
  const provider =
    services?.find(({ id }) => id === serviceId)?.partner.id ?? partnerId;

  async function submit(form: FormData) {
    const amountGrosze = groszeOf(textIn(form, "amount"));
    const state = states.find((one) => one === form.get("state"));
    const given = {
      serviceId: serviceId || null,
      serviceName: serviceId ? null : textIn(form, "serviceName").trim(),
      partnerId: provider || null,
      mode,
      amountGrosze,
      plannedOn: textIn(form, "plannedOn") || null,
      state: state ?? "PLANNED",
      agreementId: textIn(form, "agreementId") || null,
    };
    const outcome = row
      ? await change.run({
          input: { planRowId: row.id, ifVersion: row.version, row: given },
        })
      : await plan.run({
          input: { requestKey, programmeId: programme.id, row: given },
        });
    if (outcome?.__typename === "PlanRow") onSaved();
    else setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t(row ? "plan.change" : "plan.add")}
      verb={t("save")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={submit}
    >
      {services ? (
        <>
          <FilteredChoices
            label={t("plan.service")}
            isOne
            otherwise={{ id: "", name: t("plan.newService") }}
            choices={services.map(({ id, name, partner }) => ({
              id,
              name: `${name} (${partner.shortName})`,
            }))}
            isChosen={(id) => id === serviceId}
            onChoose={setServiceId}
            error={asked.errorAt("row.serviceId")}
          />
          {!serviceId && (
            <>
              <TextField
                label={t("plan.serviceName")}
                name="serviceName"
                required
                maxLength={200}
                defaultValue={row?.serviceName ?? ""}
                error={asked.errorAt("row.serviceName")}
              />
              <FilteredChoices
                label={t("plan.partner")}
                isOne
                otherwise={{ id: "", name: t("plan.noPartner") }}
                choices={(data.centre?.partners.nodes ?? []).map(
                  ({ id, name, shortName }) => ({
                    id,
                    name,
                    alsoKnownAs: shortName,
                  }),
                )}
                isChosen={(id) => id === partnerId}
                onChoose={setPartnerId}
                error={asked.errorAt("row.partnerId")}
              />
            </>
          )}
          <SelectField
            label={t("plan.mode")}
            hint={t(`means.${mode}`)}
            value={mode}
            onChange={({ target }) =>
              setMode(modes.find((one) => one === target.value) ?? mode)
            }
            error={asked.errorAt("row.mode")}
          >
            {modes.map((one) => (
              <option key={one} value={one}>
                {t(`mode.${one}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("plan.moneyIn")}
            name="amount"
            inputMode="decimal"
            pattern={AMOUNT}
            defaultValue={zlotyOf(row?.amountGrosze)}
            error={asked.errorAt("row.amountGrosze")}
          />
          <TextField
            label={t("plan.on")}
            name="plannedOn"
            type="date"
            defaultValue={row?.plannedOn ?? ""}
          />
          <SelectField
            label={t("plan.state")}
            name="state"
            defaultValue={row?.state ?? "PLANNED"}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </SelectField>
          {provider && (
            <AgreementChoice
              key={provider}
              partnerId={provider}
              chosen={row?.agreement?.id ?? ""}
              error={asked.errorAt("row.agreementId")}
            />
          )}
        </>
      ) : (
        <Loading rows={3} />
      )}
    </AskDialog>
  );
}

interface AgreementProps {
  partnerId: string;
  chosen: string;
  error: string | undefined;
}

function AgreementChoice({ partnerId, chosen, error }: AgreementProps) {
  const { t } = useTranslation("programmes");
  const { data: found } = useQuery(PartnerAgreementsQuery, {
    variables: { partnerId },
  });
  const data = useStanding(found, partnerId);
  if (data?.node?.__typename !== "Partner") return <Loading rows={1} />;
  return (
    <SelectField
      label={t("plan.agreement")}
      name="agreementId"
      defaultValue={chosen}
      error={error}
    >
      <option value="">{t("plan.noAgreement")}</option>
      {data.node.agreements.map(({ id, number, title }) => (
        <option key={id} value={id}>
          {`${number}: ${title}`}
        </option>
      ))}
    </SelectField>
  );
}
