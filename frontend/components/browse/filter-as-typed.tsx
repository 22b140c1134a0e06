'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Milliseconds after the last key before the list follows. */
const PAUSE_MS = 120;

/** Within a GET form: the page follows its text field as it is typed; without script the button does it. */
export function FilterAsTyped() {
  const router = useRouter();
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const address = () => {
      const params = new URLSearchParams();
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string' && value) params.set(name, value);
      return `${form.getAttribute('action')}?${params}`;
    };
    const onInput = (event: Event) => {
      clearTimeout(timer);
      // A composed character is finished first.
      if (event instanceof InputEvent && event.isComposing) return;
      timer = setTimeout(() => router.replace(address(), { scroll: false }), PAUSE_MS);
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      clearTimeout(timer);
      router.push(address(), { scroll: false });
    };
    form.addEventListener('input', onInput);
    form.addEventListener('compositionend', onInput);
    form.addEventListener('submit', onSubmit);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('compositionend', onInput);
      form.removeEventListener('submit', onSubmit);
    };
  }, [router]);
  return <span ref={mark} hidden />;
}
