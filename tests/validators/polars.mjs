// The README's lines for Polars, in Node.js:   node polars.mjs moves.parquet   -> rows, type of amount, whether the filter finds rows
import pl from 'nodejs-polars'

const moves = pl.readParquet(process.argv[2])
const big = moves.filter(pl.col('amount').gtEq(pl.lit(1_000_000_000))).select('company', 'partners', 'amount', 'currency', 'date')
const { precision, scale } = moves.schema.amount
console.log(moves.height, `Decimal(${precision},${scale})`, big.height > 0)
