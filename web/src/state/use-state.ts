/** The store, for components. */
import { useStore } from 'zustand';
import { type State, store } from './store.js';

export function useAppState<T>(choose: (state: State) => T): T {
  return useStore(store, choose);
}
