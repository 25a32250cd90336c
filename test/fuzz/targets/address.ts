/** What the page keeps in its address. */
import { checkAddress } from '../../web/check-address.js';
import type { FuzzTarget } from '../target.js';

export const addressTarget: FuzzTarget = {
  name: 'address',
  seeds: () => [
    'node=technique:attention&to=model:bert&link=EXTENDS&with=model:gpt&hide=Model,Concept&without=USES&years=1990-2020&undated=true&sure=0.5&papers=3',
    'community=3,12&category=cs.CL&organization=Wood+Lab&organization=Here,+Inc.&show=Author',
    'open=model:bert+a20B5+technique:x+-&hidden=abc-_1xyz123&only=abcdef&pin=abcdef1.5x-2.25+ghijkl0x3&marked=abc123&at=0.5,-1.25,3',
    'size=degree&colour=year&tab=cypher&cypher=MATCH+(n)+RETURN+n+LIMIT+$k&param=k:3&param=q:a:b&asked=cypher&answer=all,json,alone&rows-by=down+n',
    'tab=recent&question=lineage&value=name:BERT&asked=question&find=bert&nodes-by=up+Name&links-by=down+Papers&panels=table,years,no-legend,filters,no-map',
    'question=x&asked={"cypher":"RETURN+$a","typed":{"a":"1"}}&answer=among&panels=console,each-year,legend',
    'lineage=technique:grpo&until=technique:ppo&direction=both&depth=4&most=150&common=1&fold=a&fold=b',
    'method=technique:grpo&lineage=',
  ],
  run: (input) => checkAddress(new URLSearchParams(input.toString())),
};
