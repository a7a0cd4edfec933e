-- Tech moves in SQL: the questions of moves.ipynb, asked of the Parquet files. From the root of the project, after `make run`:
--   duckdb < notebooks/duckdb.sql

CREATE VIEW moves AS FROM 'data/out/moves.parquet';
CREATE VIEW sources AS FROM 'data/out/sources.parquet';
CREATE VIEW articles AS FROM 'data/out/articles.parquet';
CREATE VIEW issues AS FROM 'data/out/issues.parquet';

-- What did one company do in one year?
SELECT date, type, status, partners, product, amount, currency
FROM moves
WHERE company = 'Alibaba' AND year(date) = 2015
ORDER BY date, move_id;

-- How many moves a month, and of which type? News alone, and only where the month is known.
SELECT date_trunc('month', date) AS month, type, count(*) AS moves
FROM moves
WHERE NOT background_only AND date_precision IN ('day', 'month')
GROUP BY ALL
ORDER BY month DESC, moves DESC, type;

-- What were the largest amounts of each sector? Nothing is converted; rejected moves moved no money.
SELECT sector, currency, amount, company, partner, type, date
FROM moves
WHERE amount IS NOT NULL AND currency IS NOT NULL AND status <> 'rejected'
QUALIFY row_number() OVER (PARTITION BY sector, currency ORDER BY amount DESC, move_id) <= 3
ORDER BY sector, currency, amount DESC;

-- Who moves with whom?
SELECT company, other, count(*) AS moves, list_sort(list_distinct(list(type))) AS types
FROM (SELECT company, unnest(partners) AS other, type FROM moves)
GROUP BY company, other
ORDER BY moves DESC, company, other
LIMIT 20;

-- How long from rumour to closing?
WITH steps AS (
  SELECT move_id, company, partner, split_part(step, ' ', 1) AS status, CAST(split_part(step, ' ', 2) AS DATE) AS day
  FROM (SELECT move_id, company, partner, unnest(status_history) AS step FROM moves)
)
SELECT company, partner, min(day) FILTER (status = 'completed') - min(day) FILTER (status = 'rumoured') AS days
FROM steps
GROUP BY move_id, company, partner
HAVING days IS NOT NULL
ORDER BY days, company;

-- Which rows deserve a look: of low confidence, told with different amounts in one currency, or doubted by the pipeline itself?
WITH told AS (
  SELECT move_id, list_sort(list_distinct(list(amount))) AS amounts FROM sources WHERE amount IS NOT NULL AND currency IS NOT NULL GROUP BY move_id, currency HAVING len(amounts) > 1
), doubts AS (
  SELECT move_id, list_sort(list_distinct(list(rule))) AS rules FROM issues WHERE move_id IS NOT NULL GROUP BY move_id
)
SELECT m.move_id, m.company, m.partner, m.type, m.amount, told.amounts, doubts.rules, m.confidence
FROM moves m LEFT JOIN told USING (move_id) LEFT JOIN doubts USING (move_id)
WHERE m.confidence < 0.6 OR told.amounts IS NOT NULL OR doubts.rules IS NOT NULL
ORDER BY m.confidence, m.move_id;

-- Which articles were not read, and why?
SELECT path, line, reason FROM articles WHERE outcome = 'rejected' ORDER BY path, line;

-- What does each article say of a move, in its own words?
SELECT a.outlet, a.published, s.status, s.amount, s.currency, s.evidence
FROM sources s JOIN articles a ON a.article_id = s.article_id AND a.outcome <> 'rejected'
ORDER BY s.move_id, a.published
LIMIT 20;
