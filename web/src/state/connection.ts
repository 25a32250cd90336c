/** Whether the server can be reached; while it cannot, asks its health every few seconds. */
import { useEffect, useState } from 'react';
import { api, onReachable } from '../api/client.js';

const RETRY_MS = 3_000;

export function useConnection(): boolean {
  const [reachable, setReachable] = useState(true);
  useEffect(() => onReachable(setReachable), []);
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => void api.health().catch(() => undefined), RETRY_MS);
    return () => clearInterval(timer);
  }, [reachable]);
  return reachable;
}
