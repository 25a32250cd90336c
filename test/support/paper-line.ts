/** A paper as a line of JSON, about a method that builds on ForceAtlas2 and beats it. */
export const paperLine = (id: string, method: string) =>
  JSON.stringify({
    id,
    title: `${method}: drawing graphs`,
    abstract: `We propose ${method}, a method for graph layout that builds on ForceAtlas2. ${method} outperforms ForceAtlas2 on GraphBench.`,
    authors: 'A. Author, B. Author',
    categories: 'cs.CG',
    update_date: '2025-06-02',
  });
