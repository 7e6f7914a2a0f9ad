import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AttachmentView, CellAddress, OriginalView } from '../../contract/wire/case.ts';
import { available } from '../../engine/available.ts';
import { isReached } from '../../engine/reach.ts';
import { type AttachmentFacts, CaseExtrasRepository } from '../cases/case-extras.repository.ts';
import { rightsIn } from '../cases/case-view.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { attachmentNames, fileName } from '../cases/file-names.ts';
import { NotesService } from '../cases/notes.service.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { type Destination, type Slot, slotFor } from './attachment-slot.ts';
import { AttachmentsRepository, type FoundAttachment } from './attachments.repository.ts';
import { checkCount, checkFile } from './file-rules.ts';
import { FileStore, type Received } from './file-store.ts';

/** A file on its way in. `name` is the sender's own and only used where the form has no template. */
export interface Upload {
  destination: Destination;
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** The sender says of it what its field asks to be declared. */
  isDeclared: boolean;
}

/** A file on its way out. */
export interface Download {
  name: string;
  type: string;
  size: number;
  content: Readable;
}

/** No case needs more; without a limit one account could fill the disk. */
const MOST_FILES = 2_000;

interface Kept extends Pick<Received, 'sha256' | 'size'> {
  type: string;
  name: string;
  isDeclared: boolean;
}

const addressOf = ({ field, roster, row }: Pick<FoundAttachment, 'field' | 'roster' | 'row'>): Destination =>
  field === null ? null : { field, ...(roster !== null && { roster }), ...(row !== null && { row }) };

const isInSlot = (file: AttachmentFacts, { purpose, cell }: Slot): boolean =>
  file.purpose === purpose &&
  file.field === (cell?.field ?? null) &&
  file.roster === (cell?.roster ?? null) &&
  file.row === (cell?.row ?? null);

/** Files of cases: taken in by the rule of their field, handed out to whoever reads the cell. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly commands: CommandService,
    private readonly notes: NotesService,
    private readonly extras: CaseExtrasRepository,
    private readonly repository: AttachmentsRepository,
    private readonly store: FileStore,
  ) {}

  /** The rule is known before the first byte is read; the file stands on the disk before a row names it. */
  async attach(who: Identity, caseId: string, upload: Upload): Promise<AttachmentView | OriginalView> {
    const { rule } = slotFor(await this.commands.look(caseId, who), upload.destination);
    const received = await this.store.receive(upload.content, rule.maxBytes);
    try {
      const { type, ending } = await checkFile(received, rule);
      const { sha256, size } = received;
      await this.repository.keep({ sha256, size, type }, () => this.store.keep(received));
      const stem = fileName(upload.name.replace(/\.[^.]*$/, ''));
      return await this.record(who, caseId, upload.destination, {
        sha256,
        size,
        type,
        name: `${stem}.${ending}`,
        isDeclared: upload.isDeclared,
      });
    } finally {
      await this.store.discard(received);
    }
  }

  /** The file of an attachment; not found for whoever does not read its cell. */
  async open(who: Identity, id: string): Promise<Download> {
    return this.commands.asking(who, async (asker) => {
      const found = await this.repository.find(asker.tenant, id);
      if (found === undefined) throw new DomainError('not-found');
      const seen = await this.commands.see(found.caseId, asker);
      if (!isReadable(seen, addressOf(found))) throw new DomainError('not-found');
      const { attachments } = await this.extras.read(asker.tenant, found.caseId);
      const name = attachmentNames(seen, attachments).get(id) ?? found.name;
      return { name, type: found.type, size: found.size, content: this.store.read(found.sha256) };
    });
  }

  /** Takes a file away. One that a frozen version names stays to be read there. */
  async remove(who: Identity, id: string): Promise<void> {
    const found = await this.commands.asking(who, async ({ tenant }) => {
      const attachment = await this.repository.find(tenant, id);
      if (attachment?.removedAt !== null) throw new DomainError('not-found');
      return attachment;
    });
    await this.notes.note({ who, caseId: found.caseId }, async (seen, tenant) => {
      const destination = addressOf(found);
      if (!isReadable(seen, destination)) throw new DomainError('not-found');
      slotFor(seen, destination);
      const isFrozen = await this.repository.isFrozen(tenant, { caseId: found.caseId, id });
      return {
        type: 'file-removed',
        payload: { attachment: id, sha256: found.sha256 },
        rows: { file: { kind: isFrozen ? 'mark' : 'delete', id } },
        answer: undefined,
      };
    });
  }

  private record(
    who: Identity,
    caseId: string,
    destination: Destination,
    { sha256, size, type, name, isDeclared }: Kept,
  ): Promise<AttachmentView | OriginalView> {
    const id = uuid();
    return this.notes.note({ who, caseId }, async (seen, tenant) => {
      const slot = slotFor(seen, destination);
      const { attachments } = await this.extras.read(tenant, caseId);
      checkCount(attachments.filter((file) => isInSlot(file, slot)).length, slot.rule);
      checkCount(attachments.length, { ...slot.rule, maxCount: MOST_FILES });
      const { purpose, cell } = slot;
      const place = { field: cell?.field ?? null, roster: cell?.roster ?? null, row: cell?.row ?? null };
      const at = new Date(seen.now).toISOString();
      const file = { id, purpose, ...place, name, type, size, uploadedBy: who.person.name, uploadedAt: at };
      const declared = slot.rule.declare === undefined ? null : isDeclared;
      const shown = attachmentNames(seen, [...attachments, file]).get(id) ?? name;
      const view = { id, name: shown, type, size, uploadedBy: who.person.name, uploadedAt: at };
      return {
        type: 'file-attached',
        payload: { attachment: id, sha256, size, type, purpose, ...place, ...(declared !== null && { declared }) },
        rows: { file: { kind: 'attach', id, purpose, cell, sha256, name, declared, person: who.person.id } },
        answer: destination === null ? view : { ...view, address: destination },
      };
    });
  }
}

const isReadable = (seen: Seen, destination: CellAddress | null): boolean => {
  const { running, case: current, facts, now } = seen;
  const { read } = rightsIn(seen, available(running.model, current, facts, now));
  return destination === null ? read !== 'none' : isReached(read, destination);
};
