// Who still belongs to an agreement: who has left takes its services and tasks along, who has only given notice keeps them to its day.
interface Belonging {
  partner?: { id: string } | null;
  leftOn?: string | null;
}

interface Shared<Service, Task> {
  parties: readonly Belonging[];
  services: readonly Service[];
  tasks: readonly Task[];
}

export function presentIn<One extends Belonging>(
  parties: readonly One[],
  today: string,
): One[] {
  return parties.filter(({ leftOn }) => !leftOn || leftOn > today);
}

/** What new terms begin with. */
export function keptBy<
  Service extends { service?: { partner: { id: string } | null } | null },
  Task extends { partner?: { id: string } | null },
>({ parties, services, tasks }: Shared<Service, Task>, today: string) {
  const present = presentIn(parties, today);
  const gone = new Set(
    parties
      .filter((one) => !present.includes(one))
      .map(({ partner }) => partner?.id),
  );
  return {
    services: services.filter(
      ({ service }) => !gone.has(service?.partner?.id ?? ""),
    ),
    tasks: tasks.filter(({ partner }) => !gone.has(partner?.id ?? "")),
  };
}
