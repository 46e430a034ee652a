/** Above the seats: how many need the lead, who does what, and whom to show. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardState } from '@shared/contracts/live/board-state.ts';
import {
  type Seat,
  type SeatState,
  seatStateOf,
  seatStates,
} from '@shared/domain/lead-board/seat.ts';
import styles from './board.module.css';
import { type BoardFilter, choicesOf } from './filters.ts';
import { seatIcons } from './seat-words.ts';

const css = styleNames(styles);

const Counts = ({ seats }: { readonly seats: readonly Seat[] }) => {
  const { t } = useText();
  const counts = new Map<SeatState, number>();
  for (const seat of seats) {
    const { state } = seatStateOf(seat);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const counted = seatStates.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
  return (
    <div className={css('counts')}>
      {counted.map(({ state, count }) => (
        <span key={state}>
          <Icon name={seatIcons[state]} size={14} />
          {t(`board.count.${state}`, { count })}
        </span>
      ))}
    </div>
  );
};

type Option = { readonly value: string; readonly label: string };

const Choice = ({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
}) =>
  options.length < 2 ? null : (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );

const named = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: value }));

type FilterProps = {
  readonly board: Pick<BoardState, 'seats' | 'teams'>;
  readonly filter: BoardFilter;
  readonly onFilter: (change: Partial<BoardFilter>) => void;
};

const Filters = ({ board, filter, onFilter }: FilterProps) => {
  const { t } = useText();
  const brands = useBrands();
  const all = [...board.seats.values()];
  const served = new Set(all.flatMap(({ brandIds }) => brandIds));
  const teams = board.teams.map(({ id, name }) => ({ value: id, label: name }));
  const ofBrand = brands.flatMap(({ id, name }) =>
    served.has(id) ? [{ value: id, label: name }] : [],
  );
  const sites = choicesOf(board.teams.flatMap(({ site }) => site ?? []));
  const skills = choicesOf(all.flatMap((seat) => seat.skills));
  return (
    <>
      <input
        type="search"
        aria-label={t('board.find')}
        placeholder={t('board.find')}
        value={filter.name}
        onChange={({ currentTarget }) => onFilter({ name: currentTarget.value })}
      />
      <Choice
        label={t('board.team')}
        all={t('board.allTeams')}
        value={filter.team}
        options={teams}
        onChange={(team) => onFilter({ team })}
      />
      <Choice
        label={t('board.site')}
        all={t('board.allSites')}
        value={filter.site}
        options={named(sites)}
        onChange={(site) => onFilter({ site })}
      />
      <Choice
        label={t('figures.brand')}
        all={t('board.allBrands')}
        value={filter.brand}
        options={ofBrand}
        onChange={(brand) => onFilter({ brand })}
      />
      <Choice
        label={t('board.skill')}
        all={t('board.allSkills')}
        value={filter.skill}
        options={named(skills)}
        onChange={(skill) => onFilter({ skill })}
      />
    </>
  );
};

export const BoardBar = ({
  shown,
  wanting,
  onNext,
  onThresholds,
  onWrite,
  ...filters
}: FilterProps & {
  readonly shown: readonly Seat[];
  /** How many need the lead. */
  readonly wanting: number;
  readonly onNext: () => void;
  readonly onThresholds: () => void;
  readonly onWrite: () => void;
}) => {
  const { t } = useText();
  const { filter, onFilter } = filters;
  return (
    <div className={css('bar')}>
      <h2>{t('board.advisors')}</h2>
      {wanting === 0 ? (
        <Tag tone="ok" icon="check">
          {t('board.nobodyWants')}
        </Tag>
      ) : (
        <Button look="danger" size="small" icon="alert" keys={['N']} onClick={onNext}>
          {t('board.wanting', { count: wanting })}
        </Button>
      )}
      <i />
      <Filters {...filters} />
      <Button
        size="small"
        look="ghost"
        keys={['T']}
        onClick={() => onFilter({ order: filter.order === 'name' ? 'need' : 'name' })}
      >
        {t(filter.order === 'name' ? 'board.byName' : 'board.byNeed')}
      </Button>
      <Button size="small" look="ghost" keys={['M']} onClick={onWrite}>
        {t('talk.writeTeam')}
      </Button>
      <Button size="small" look="ghost" keys={['U']} onClick={onThresholds}>
        {t('board.thresholds')}
      </Button>
      <Counts seats={shown} />
    </div>
  );
};
