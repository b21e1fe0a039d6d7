-- All lines of a cart in the order in which they were first added: SKU, quantity, SKU, quantity, ...
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
local lines = {}
for _, sku in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local quantity = redis.call('HGET', KEYS[1], sku)
  if quantity then
    lines[#lines + 1] = sku
    lines[#lines + 1] = quantity
  end
end
return lines
