/** One call: heard, marked by its lead, answered by its advisor. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import {
  formatDate,
  formatDay,
  formatTime,
  formatTimer,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Assessment, GridView } from '@shared/contracts/http/assessments.ts';
import type { HeardRecording } from '@shared/contracts/http/recordings.ts';
import type { Mark, Marks } from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import { GridForm } from './grid-form.tsx';
import { Player } from './player.tsx';
import styles from './quality.module.css';
import { Talk } from './talk.tsx';
import { useBecause } from './to-hear.tsx';
import { Told } from './told.tsx';
import { useSound } from './use-sound.ts';

const css = styleNames(styles);
type Comments = Assessment['comments'];

const Heading = ({ of }: { readonly of: HeardRecording }) => {
  const { t, language } = useText();
  const because = useBecause();
  const started = Date.parse(of.startedAt);
  return (
    <div className={css('heading')}>
      <div>
        <h2>
          {t('assess.heading', {
            title: of.title === '' ? t('assess.untitled') : of.title,
            length: formatTimer(of.durationMs ?? 0, 'wide'),
          })}
        </h2>
        <p>
          {t('assess.with', {
            advisor: of.advisorName,
            customer: of.customerName ?? t('assess.unknownCustomer'),
          })}
          {`, ${formatDay(started, language)}, ${formatTime(started, language)} · ${because(of)}`}
        </p>
      </div>
      {of.soundUntil === null ? null : (
        <p>
          <Icon name="clock" size={16} />{' '}
          {t('assess.soundUntil', { day: formatDate(Date.parse(of.soundUntil), language) })}
          <small>{t('assess.wasTold')}</small>
        </p>
      )}
    </div>
  );
};

/** Written at each change; the last one is what the hub has. */
const useDraft = (
  recordingId: string,
  grid: GridView,
  { known, onSaved }: { readonly known: Assessment | null; readonly onSaved: () => void },
) => {
  const request = useRequest();
  const [marks, setMarks] = useState<Marks>(known?.marks ?? {});
  const [comments, setComments] = useState<Comments>(known?.comments ?? []);
  const save = async (nextMarks: Marks, nextComments: Comments) => {
    setMarks(nextMarks);
    setComments(nextComments);
    const body = { recordingId, kind: 'assessment' as const, gridId: grid.id };
    await request('quality.save', { ...body, marks: { ...nextMarks }, comments: nextComments });
    onSaved();
  };
  return {
    marks,
    comments,
    mark: (id: string, mark: Mark) => void save({ ...marks, [id]: mark }, comments),
    comment: (one: Comments[number]) => void save(marks, [...comments, one]),
  };
};

const Marked = ({
  of,
  grid,
  known,
  onChanged,
}: {
  readonly of: HeardRecording;
  readonly grid: GridView;
  readonly known: Assessment | null;
  readonly onChanged: () => void;
}) => {
  const me = useSlice('session')?.user?.id;
  const own = of.advisorId === me;
  const sound = useSound(of.id, own ? 'own-call' : 'evaluation');
  const { marks, comments, mark, comment } = useDraft(of.id, grid, {
    known,
    onSaved: onChanged,
  });
  const [placed, setPlaced] = useState<number | null>(null);
  const writes = !own && (known === null || (known.state === 'draft' && known.evaluatorId === me));
  const marksMs = comments.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return (
    <div className={css('evaluation')}>
      <Heading of={of} />
      <Player of={of} sound={sound} marksMs={marksMs} onMark={setPlaced} />
      <div className={css('halves')}>
        <Told of={of} atMs={sound.atMs} onSeek={sound.seek} />
        <section className={css('card')}>
          <GridForm
            grid={known?.grid ?? grid}
            marks={writes ? marks : (known?.marks ?? {})}
            onMark={writes ? mark : null}
          />
          <Talk
            known={known}
            comments={comments}
            own={own}
            placedMs={placed}
            onComment={writes ? comment : null}
            onChanged={onChanged}
          />
        </section>
      </div>
    </div>
  );
};

export const Evaluation = ({
  recordingId,
  grid,
  known,
  onChanged,
}: {
  readonly recordingId: string;
  readonly grid: GridView;
  readonly known: Assessment | null;
  readonly onChanged: () => void;
}) => {
  const { known: heard } = useAsked('recording.see', { recordingId });
  return (
    <Loaded of={heard}>
      {(of) => <Marked of={of} grid={grid} known={known} onChanged={onChanged} />}
    </Loaded>
  );
};
