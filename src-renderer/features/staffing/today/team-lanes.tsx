/** « La journée de l’équipe »: everybody's published hours on one axis, with what she was asked. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { MoveAsk, Today } from '@shared/contracts/http/schedule-moves.ts';
import type { TeamDay } from '@shared/contracts/http/schedules.ts';
import { minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import { clockOf } from '../clock-words.ts';
import { axisOf, Lane, LaneHours, LaneLegend } from '../lane.tsx';
import styles from '../schedules.module.css';
import { useSchedules } from '../use-schedules.ts';

const css = styleNames(styles);
type Person = TeamDay['people'][number];

const homeOf = ({ pieces, brandIds }: Person): string | undefined =>
  pieces.find(({ brandId }) => brandId !== null)?.brandId ?? brandIds[0];

const PersonLane = ({
  person,
  ask,
  axis,
  nowMinute,
}: {
  readonly person: Person;
  readonly ask: MoveAsk | undefined;
  readonly axis: ReturnType<typeof axisOf>;
  readonly nowMinute: number;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const brand = (id: string | undefined) => brands.find((one) => one.id === id);
  const asked = ask?.status === 'asked' ? [{ from: ask.from, to: ask.to }] : [];
  return (
    <li>
      <BrandMark brand={brand(homeOf(person))} size="small" />
      <span>{person.name}</span>
      <Lane pieces={person.pieces} axis={axis} marked={asked} nowMinute={nowMinute} />
      <small>
        {ask === undefined
          ? person.pieces.length === 0
            ? t('schedules.off')
            : null
          : t(`schedules.ask.${ask.status}`, {
              what: t(`schedules.askOf.${ask.kind}`, {
                brand: brand(ask.brandId)?.name ?? '',
                from: clockOf(ask.from),
              }),
            })}
      </small>
    </li>
  );
};

const Lanes = ({ day, asks }: { readonly day: TeamDay; readonly asks: readonly MoveAsk[] }) => {
  const { t } = useText();
  const nowMinute = minuteOfDayOf(useMinute(), day.zone);
  const axis = axisOf(day.people.map(({ pieces }) => pieces));
  if (day.people.every(({ pieces }) => pieces.length === 0))
    return (
      <EmptyState
        icon="calendar"
        title={t('schedules.nothingPublished')}
        detail={t('schedules.proposeFirst')}
      />
    );
  return (
    <ul className={css('lanes')}>
      <li className={css('axis')}>
        <span />
        <span />
        <LaneHours axis={axis} />
        <small />
      </li>
      {day.people.map((person) => (
        <PersonLane
          key={person.userId}
          person={person}
          ask={asks.find(({ userId }) => userId === person.userId)}
          axis={axis}
          nowMinute={nowMinute}
        />
      ))}
    </ul>
  );
};

export const TeamLanes = ({ today }: { readonly today: Today | null }) => {
  const { t } = useText();
  const { known } = useSchedules('schedules.day', {});
  return (
    <Sheet title={t('schedules.teamDay')} look="wide" beside={<LaneLegend />}>
      <Loaded of={known}>{(day) => <Lanes day={day} asks={today?.asks ?? []} />}</Loaded>
    </Sheet>
  );
};
