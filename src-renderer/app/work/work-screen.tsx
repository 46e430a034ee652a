/** Three columns that keep their order: the person, the lectern, the thread. */
import { BookFoot } from '@renderer/features/booking/book-foot.tsx';
import { CallerColumn } from '@renderer/features/caller/caller-column.tsx';
import { Chooser } from '@renderer/features/caller/chooser.tsx';
import { QuickCard } from '@renderer/features/caller/quick-card.tsx';
import { CustomerColumn } from '@renderer/features/customer-360/customer-column.tsx';
import { NotesSheet } from '@renderer/features/notes/notes-sheet.tsx';
import { WorkOutbox } from '@renderer/features/outbox/work-outbox.tsx';
import { TimelineColumn } from '@renderer/features/timeline/timeline-column.tsx';
import { DeedsColumn } from '@renderer/features/training/deeds-column.tsx';
import { RoleColumn } from '@renderer/features/training/role-column.tsx';
import { WriteFoot } from '@renderer/features/written/write-foot.tsx';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { useCustomer, useDraft, useOffline } from '@renderer/platform/store/services.tsx';
import { useBeginMessage, useWriting } from '@renderer/platform/store/use-message.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import { useCallback, useState } from 'react';
import { Panel } from '../frame/panel.tsx';
import { Lectern } from './lectern.tsx';
import { MessageInCall } from './message-in-call.tsx';
import { usePainted } from './use-painted.ts';
import styles from './work.module.css';

const css = styleNames(styles);

const Person = ({
  work,
  onConsider,
}: {
  readonly work: WorkItem;
  readonly onConsider: (customerId: string) => void;
}) => {
  const { t } = useText();
  const known = useCustomer(work.customerId);
  const { draft, edit } = useDraft(work);
  if (work.customerId === null) {
    const settled = ['several', 'colleague'].includes(work.match.status);
    // Whom she practises with is nobody: nothing to write down of him.
    const wanted = !settled && !work.training && work.phase !== 'ringing';
    return (
      <CallerColumn work={work}>
        {wanted ? <QuickCard work={work} /> : null}
        {work.match.status === 'several' && work.phase === 'wrap-up' ? (
          <Chooser
            digits="rest"
            work={work}
            candidates={work.match.candidates}
            onConsider={onConsider}
          />
        ) : null}
      </CallerColumn>
    );
  }
  if (known === undefined)
    return (
      <section className={css('waiting')} aria-label={t('c360.label')}>
        <h1>{callerName(work.customerName, t)}</h1>
        <LoadingLines label={t('common.loading')} />
      </section>
    );
  const attachedId = draft.case?.mode === 'continue' ? draft.case.caseId : null;
  return (
    <CustomerColumn
      bundle={known.bundle}
      brandId={work.brandId}
      grantAct={
        work.training
          ? null
          : { interactionId: work.id, caseId: attachedId, reasonCode: draft.reasonCode }
      }
      caseAct={{
        attachedId,
        onAttach: (caseId) =>
          edit((current) => ({
            ...current,
            case: caseId === null ? null : { mode: 'continue', caseId },
          })),
      }}
    />
  );
};

/** Whose thread stands beside the chooser: the one looked at, else the likeliest. */
const consideredOf = ({ match, customerId }: WorkItem, consideredId: string | null) =>
  match.status === 'several' && customerId === null
    ? (match.candidates.find((one) => one.customerId === consideredId) ?? match.candidates[0])
    : undefined;

const attachedCase = ({ draft }: WorkItem): string | null =>
  draft.case?.mode === 'continue' ? draft.case.caseId : null;

/** A written answer to what came in; the same function while the call lasts. */
const useAnswering = (work: WorkItem) => {
  const begin = useBeginMessage();
  const caseId = attachedCase(work);
  return useCallback(
    ({ id: inReplyTo, customerId, brandId }: Interaction) => {
      if (customerId !== null) void begin({ customerId, brandId, inReplyTo, caseId });
    },
    [begin, caseId],
  );
};

const Thread = ({
  work,
  consideredId,
}: {
  readonly work: WorkItem;
  readonly consideredId: string | null;
}) => {
  const { t } = useText();
  const considered = consideredOf(work, consideredId);
  const known = useCustomer(considered?.customerId ?? work.customerId);
  const offline = useOffline();
  const writing = useWriting();
  const writable = considered === undefined && !work.training && work.phase !== 'ringing';
  const bundle = writable ? known?.bundle : undefined;
  const answer = useAnswering(work);
  if (bundle !== undefined && writing?.item.customerId === bundle.customer.id)
    return <MessageInCall work={work} bundle={bundle} />;
  return (
    <div className={css('right')}>
      {work.phase === 'wrap-up' ? <WorkOutbox work={work} /> : null}
      <TimelineColumn
        key={considered?.customerId}
        title={considered === undefined ? undefined : t('thread.ifItIs', { name: considered.name })}
        interactions={known?.bundle.interactions}
        brandId={work.brandId}
        work={considered === undefined ? work : null}
        staleSince={offline ? (known?.freshAt ?? null) : null}
        onReply={bundle === undefined ? undefined : answer}
        foot={
          bundle === undefined ? null : (
            <>
              <BookFoot work={work} customer={bundle.customer} />
              <WriteFoot
                customerId={bundle.customer.id}
                name={formalName(bundle.customer, bundle.customer.language)}
                brandId={work.brandId}
                caseId={attachedCase(work)}
              />
            </>
          )
        }
      />
    </div>
  );
};

const notesAside = (work: WorkItem, t: Say): string | undefined => {
  if (work.rolePlay !== undefined) return t('rolePlay.erased');
  return work.phase === 'wrap-up' ? t('notes.continued') : undefined;
};

export const WorkScreen = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const brand = useBrand(work.brandId);
  const painted = usePainted(work);
  const [consideredId, consider] = useState<string | null>(null);
  const resetKey = `${work.id} ${work.phase} ${work.customerId}`;
  return (
    <main ref={painted} className={css('screen', work.phase)} {...useBrandColors(brand)}>
      <Panel name="customer" resetKey={resetKey}>
        {work.rolePlay === undefined ? (
          <Person key={`${work.id} ${work.customerId}`} work={work} onConsider={consider} />
        ) : (
          <RoleColumn role={work.rolePlay} />
        )}
      </Panel>
      <div className={css('middle')}>
        <Panel name="lectern" resetKey={resetKey}>
          <Lectern key={work.id} work={work} onConsider={consider} />
        </Panel>
        {work.phase === 'ringing' ? null : (
          <Panel name="notes" resetKey={work.id}>
            <NotesSheet key={work.id} work={work} aside={notesAside(work, t)} />
          </Panel>
        )}
      </div>
      <Panel name="thread" resetKey={resetKey}>
        {work.rolePlay === undefined ? (
          <Thread key={`${work.id} ${work.customerId}`} work={work} consideredId={consideredId} />
        ) : (
          <DeedsColumn />
        )}
      </Panel>
    </main>
  );
};
