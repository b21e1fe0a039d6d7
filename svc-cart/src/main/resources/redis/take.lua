-- Subtracts what was ordered; a line of which nothing is left is closed, one that is not there is passed over.
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
-- ARGV: 1 seconds to keep the cart, then SKU, pieces, SKU, pieces, ...
-- Returns the number of lines left.
for i = 2, #ARGV, 2 do
  local present = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '0')
  if present > tonumber(ARGV[i + 1]) then
    redis.call('HINCRBY', KEYS[1], ARGV[i], -tonumber(ARGV[i + 1]))
  elseif present > 0 then
    redis.call('HDEL', KEYS[1], ARGV[i])
    redis.call('ZREM', KEYS[2], ARGV[i])
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
return redis.call('HLEN', KEYS[1])
