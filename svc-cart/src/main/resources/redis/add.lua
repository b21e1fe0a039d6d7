-- Adds pieces to a line, opening it at the end of the cart if need be.
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
-- ARGV: 1 SKU, 2 pieces, 3 most pieces a line, 4 most lines, 5 seconds to keep the cart
-- Returns the quantity afterwards; -1 when the cart has no room for another line, -2 when the line has none for the pieces.
local present = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
if present == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[4]) then
  return -1
end
if present + tonumber(ARGV[2]) > tonumber(ARGV[3]) then
  return -2
end
local quantity = redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])
if present == 0 then
  local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  redis.call('ZADD', KEYS[2], (tonumber(last[2]) or 0) + 1, ARGV[1])
end
redis.call('EXPIRE', KEYS[1], ARGV[5])
redis.call('EXPIRE', KEYS[2], ARGV[5])
return quantity
