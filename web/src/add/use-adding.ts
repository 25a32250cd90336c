/** The course of adding papers: asked for, looked at, agreed to, there; each step can fail and be tried again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { explain, isAbort } from '../api/errors.js';
import type { Added, Preview } from '../api/types.js';
import { addPapers, previewPapers } from './send-papers.js';

export type Course =
  | { readonly step: 'choosing' }
  | { readonly step: 'looking' | 'adding'; readonly progress: string }
  | { readonly step: 'found'; readonly preview: Preview }
  | { readonly step: 'failed'; readonly why: string };

interface Adding {
  readonly course: Course;
  look(files: readonly File[]): void;
  add(): void;
  /** Back to choosing; what is only looked at is given up. */
  back(): void;
}

/** @param onAdded told what was added, once */
export function useAdding(files: readonly File[], onAdded: (added: Added) => void): Adding {
  const [course, setCourse] = useState<Course>({ step: 'choosing' });
  const looking = useRef<AbortController>(undefined);
  const chosen = useRef<readonly File[]>([]);

  const look = useCallback((files: readonly File[]) => {
    looking.current?.abort();
    const controller = new AbortController();
    looking.current = controller;
    chosen.current = files;
    setCourse({ step: 'looking', progress: 'Reading…' });
    const onProgress = (progress: string) => {
      if (!controller.signal.aborted) setCourse({ step: 'looking', progress });
    };
    previewPapers(files, onProgress, controller.signal).then(
      (preview) => {
        if (!controller.signal.aborted) setCourse({ step: 'found', preview });
      },
      (error: unknown) => {
        if (!controller.signal.aborted && !isAbort(error)) setCourse({ step: 'failed', why: explain(error) });
      },
    );
  }, []);

  // Files that were dropped are looked at without being asked.
  useEffect(() => {
    if (files.length > 0) look(files);
  }, [files, look]);
  useEffect(() => () => looking.current?.abort(), []);

  const add = () => {
    setCourse({ step: 'adding', progress: 'Adding…' });
    addPapers(chosen.current, (progress) => setCourse({ step: 'adding', progress })).then(onAdded, (error: unknown) =>
      setCourse({ step: 'failed', why: explain(error) }),
    );
  };
  const back = () => {
    looking.current?.abort();
    setCourse({ step: 'choosing' });
  };
  return { course, look, add, back };
}
